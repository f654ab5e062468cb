import { runCommand, start } from "./cli/start.js";

await runCommand(() => start(process.argv.slice(2), process.env));
