import { joinBytes } from "../join-bytes.ts";
import type { Unpacking } from "./gzip-members.ts";

/** Reads forward through unpacked gzip: bytes up to the next damage, and where members begin. */
export class MemberReader {
	readonly #steps: AsyncGenerator<Unpacking, void, void>;
	#buffer: Uint8Array = new Uint8Array();
	/** Offset of the buffer's first byte in all that was unpacked. */
	#position = 0;
	/** Offset behind the last unpacked byte. */
	#end = 0;
	/** Where members begin that lie ahead, as offsets of unpacked bytes. */
	#members: number[] = [];
	#damage: { readonly reason: string; readonly last: boolean } | null = null;
	#ended = false;

	constructor(steps: AsyncGenerator<Unpacking, void, void>) {
		this.#steps = steps;
	}

	/** Why no more bytes come before `passDamage` is called; null while they do. */
	get damage(): string | null {
		return this.#buffer.byteLength === 0 ? (this.#damage?.reason ?? null) : null;
	}

	/** Whether a member begins at the next byte. */
	get atMember(): boolean {
		return this.#members[0] === this.#position;
	}

	/** The next `length` bytes without taking them; fewer before damage or the end. */
	async peek(length: number): Promise<Uint8Array> {
		const pieces = [this.#buffer];
		let held = this.#buffer.byteLength;
		while (held < length) {
			const piece = await this.#pull();
			if (piece === null) break;
			pieces.push(piece);
			held += piece.byteLength;
		}
		if (pieces.length > 1) this.#buffer = joinBytes(pieces);
		return this.#buffer.subarray(0, length);
	}

	/** Takes up to `length` bytes, at least one, and none beyond where a member begins; null at damage or the end. */
	async take(length: number): Promise<Uint8Array | null> {
		if (this.#buffer.byteLength === 0) {
			const piece = await this.#pull();
			if (piece === null) return null;
			this.#buffer = piece;
		}
		while (this.atMember) this.#members.shift();
		const border = this.#members[0] ?? Number.POSITIVE_INFINITY;
		const taken = this.#buffer.subarray(0, Math.min(length, border - this.#position));
		this.#buffer = this.#buffer.subarray(taken.byteLength);
		this.#position += taken.byteLength;
		return taken;
	}

	/** Goes on behind the damage; false where nothing follows. */
	passDamage(): boolean {
		const { last } = this.#damage ?? { last: true };
		this.#damage = null;
		if (last) this.#ended = true;
		return !last;
	}

	async #pull(): Promise<Uint8Array | null> {
		while (!this.#ended && this.#damage === null) {
			const step = await this.#steps.next();
			if (step.done) {
				this.#ended = true;
				break;
			}
			if (step.value.kind === "bytes") {
				this.#end += step.value.bytes.byteLength;
				return step.value.bytes;
			}
			if (step.value.kind === "member") this.#members.push(this.#end);
			else this.#damage = step.value;
		}
		return null;
	}
}
