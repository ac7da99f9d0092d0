import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { CollationRecord } from "../../../src/model/record.ts";
import { collateInputs } from "../../../src/pipeline.ts";
import { nodeCollateEffects } from "../../../src/system/collate-effects.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));

/**
 * The record of a folder of the repository. Places are given as from the repository's root, so that
 * ids hold on every machine.
 *
 * @param folder from the root, as `examples`
 * @param isInput which of its files are read, by their place from the root; all when absent
 */
export async function collateFolder(
	folder: string,
	isInput: (place: string) => boolean = () => true,
): Promise<CollationRecord> {
	const effects = nodeCollateEffects();
	return collateInputs([folder], {
		...effects,
		list: async (input) => {
			const { kind, files } = await effects.list(join(root, input));
			const places = files.map(({ path, size }) => ({ path: path.slice(root.length), size }));
			return { kind, files: places.filter(({ path }) => isInput(path)) };
		},
		read: (path, limit) => effects.read(join(root, path), limit),
	});
}
