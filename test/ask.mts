import "reflect-metadata";
import { readFileSync } from "node:fs";
import { openEmbedded } from "../src/engine/embedded.js";
import { openNeo4j } from "../src/engine/neo4j.js";
import { buildModel } from "../src/schema.js";
import { prepareGraph } from "../src/graph/prepare.js";
import { importDataset } from "../src/import/index.js";
import { createApp } from "../src/server/app.js";
import { readConfig } from "../src/config.js";
import { pino } from "pino";
const [folder, file] = process.argv.slice(2);
const built = buildModel();
const lim = readConfig({}).limits;
const answers: string[] = [];
for (const which of ["emb", "neo"]) {
  const e = which === "emb" ? openEmbedded(":memory:") : await openNeo4j({uri:"neo4j://127.0.0.1:7706"},{timeoutMs:30000,writeTimeoutMs:30000});
  if (which === "neo") await e.write([{text:"MATCH (n) DETACH DELETE n",parameters:{}}]);
  await prepareGraph(e, built.model); await importDataset({folder: folder!, engine:e, model:built.model});
  const app = await createApp({built, engine:e, limits: lim, log: pino({level:"info", base: null}, {write(l: string){ const j=JSON.parse(l); if (j.msg==="request") console.error(which, "statements", j.statements, "cost", j.cost, "ms", j.ms ?? j.time); else console.error(l.slice(0,600)); }})});
  for (const q of readFileSync(file!, "utf8").split("\n---\n")) {
    const r = await app.inject({method:"POST",url:"/graphql",headers:{"content-type":"application/json"},payload:{query:q}});
    answers.push(which + JSON.stringify(JSON.parse(r.body)));
  }
  await app.close(); await e.close();
}
const half = answers.length/2;
for (let i=0;i<half;i++) { const a=answers[i]!.slice(3), b=answers[half+i]!.slice(3); console.log(a===b ? "SAME" : "DIFF"); console.log(a.slice(0,6000)); if (a!==b) console.log(b.slice(0,6000)); }
