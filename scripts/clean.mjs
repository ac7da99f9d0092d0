// Empties dist/, so that a build never ships what is no longer in src/.
import { rmSync } from "node:fs";

rmSync(new URL("../dist", import.meta.url), { recursive: true, force: true });
