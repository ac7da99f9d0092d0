#!/usr/bin/env node
import process from "node:process";
import { nodeCommandEffects } from "./node-effects.ts";
import { runCommandLine } from "./run.ts";

process.exitCode = await runCommandLine(process.argv.slice(2), nodeCommandEffects());
