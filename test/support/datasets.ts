import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll } from "vitest";
import type { Engine, Statement } from "../../src/engine/engine.js";
import { SEARCH_TEXT, SEARCH_TOKENS } from "../../src/graph/search/stored.js";

/** The files of a dataset folder: their text, or their bytes, by path; undefined for one that is not to be there. */
export type Files = Readonly<Record<string, string | Uint8Array | undefined>>;

const root = await mkdtemp(join(tmpdir(), "liantu-test-datasets-"));
afterAll(() => rm(root, { recursive: true, force: true }));

/** Writes a dataset folder that goes when the test file ends. */
export async function writeFolder(files: Files): Promise<string> {
  const folder = await mkdtemp(join(root, "d"));
  for (const [path, content] of Object.entries(files)) {
    if (content === undefined) continue;
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  return folder;
}

/** The text of a CSV file. */
export function csv(...lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join("");
}

/** What describes a dataset. */
export function described(id: string, more: object = {}): string {
  return JSON.stringify({ id, title: `Dataset ${id}`, ...more });
}

/** A small dataset that has every type of value, both ways of naming a relationship, citations and facts. */
export const SMALL: Files = {
  "dataset.json": described("small", { date: "2024-05", sources: ["source:page"] }),
  "nodes/region.csv": csv("id:ID,name,level,code", "region:shanxi,山西,PROVINCE,140000", "region:datong,大同,,0140200"),
  "nodes/zone.csv": csv(
    "id:ID,name,aliases:string[],citations:string[]",
    "zone:zuoyun,左云,左云开发区;左云区,source:page|A1|2",
  ),
  "nodes/company.csv": csv("id:ID,name", "company:one,一号", 'company:two,"二号, ""乙"""', "company:three,三号"),
  "nodes/university.csv": csv("id:ID,name", "university:tyut,太原理工"),
  "nodes/project.csv": csv(
    "id:ID,name,status,targetDate,investmentCny:float,phaseCount:int,facilities:string[]",
    "project:plant,电站,PLANNED,2025-06,4660000000,4,厂房;仓库",
    "project:mill,磨坊,,,1.5,,",
  ),
  "nodes/source.csv": csv("id:ID,name", "source:page,版面"),
  "relationships/located-in.csv": csv(
    "id,:START_ID,:END_ID,citations:string[]",
    ",region:datong,region:shanxi,",
    ",zone:zuoyun,region:datong,source:page||",
    ",company:one,zone:zuoyun,",
  ),
  "relationships/owns.csv": csv(
    "id,:START_ID,:END_ID,sharePercent:float,validFrom",
    ",company:one,project:plant,60,2023",
    "owns:second,company:one,project:plant,0.5,2024",
    "owns:third,company:two,project:mill,,",
  ),
  "relationships/partners-with.csv": csv(
    "id,:START_ID,:END_ID,form,topics:string[],planned:boolean",
    ",zone:zuoyun,university:tyut,TALKS,光伏;储能,true",
  ),
  "facts.csv": csv(
    "subject,property,value,unit,qualifier,planned,asOf,citation",
    "project:plant,jobs,1200,人,ABOUT,true,2024,source:page|A1|3",
    "project:plant,depth,,,ILLEGIBLE,false,,source:page||",
    "owns:second,votes,3/5,,EXACT,false,,source:page||",
  ),
  "terms.csv": csv("property,zh,en", "jobs,就业岗位,jobs"),
};

/** The small dataset after an edit of everything that can be edited. */
export const EDITED: Files = {
  ...SMALL,
  "dataset.json": described("small", { description: "Second edition", sources: ["source:page"] }),
  "nodes/company.csv": csv("id:ID,name,nameEn", "company:one,一号,", "company:two,二号,Two", "company:four,四号,"),
  "nodes/project.csv": csv(
    "id:ID,name,status,investmentCny:float,facilities:string[]",
    "project:plant,电站,SIGNED,,车间",
    "project:mill,磨坊,,1.5,",
  ),
  "relationships/owns.csv": csv(
    "id,:START_ID,:END_ID,sharePercent:float,validFrom",
    ",company:one,project:plant,,2023",
    "owns:second,company:two,project:plant,0.5,2024",
    "owns:fourth,company:four,project:mill,,",
  ),
  "facts.csv": csv(
    "subject,property,value,unit,qualifier,planned,asOf,citation",
    "project:plant,jobs,1300,人,ABOUT,true,2024,source:page|A1|3",
    "zone:zuoyun,age,12,,EXACT,false,,source:page||",
  ),
};

/** All that a graph holds but its lease, in an order of its own: nodes with labels, relationships with the ends that they really have. */
export async function snapshot(engine: Engine): Promise<readonly string[]> {
  const read = (text: string) => engine.read({ text, parameters: {} });
  const nodes = await read("MATCH (n) WHERE NOT n:WriteLease RETURN labels(n), properties(n)");
  const relationships = await read("MATCH (a)-[r]->(b) RETURN a.id, type(r), b.id, properties(r)");
  return [
    ...nodes.map(([labels, properties]) => JSON.stringify([[...(labels as string[])].sort(), sorted(properties)])),
    ...relationships.map(([from, type, to, properties]) => JSON.stringify([from, type, to, sorted(properties)])),
  ].sort();
}

function sorted(properties: unknown): [string, unknown][] {
  return Object.entries(properties as object).sort(([a], [b]) => (a < b ? -1 : 1));
}

const SEARCHED: ReadonlySet<string> = new Set([SEARCH_TEXT, SEARCH_TOKENS]);

/** The properties of the entity or relationship of an id, but what it is found by; undefined where there is none. */
export async function stored(engine: Engine, id: string): Promise<Readonly<Record<string, unknown>> | undefined> {
  const parameters = { id };
  const nodes = await engine.read({ text: "MATCH (n:Entity {id: $id}) RETURN properties(n)", parameters });
  const joins = await engine.read({ text: "MATCH ()-[r]->() WHERE r.id = $id RETURN properties(r)", parameters });
  const found = [...nodes, ...joins][0]?.[0] as Readonly<Record<string, unknown>> | undefined;
  return found && Object.fromEntries(Object.entries(found).filter(([property]) => !SEARCHED.has(property)));
}

/** An engine whose writes are counted, and fail after some. */
export interface Watched extends Engine {
  readonly writes: number;
}

/** An import takes the lease of a graph and gives it back. */
export const LEASE_WRITES = 2;

/** A lease that nobody waits for after its holder was cut off. */
export const NO_LEASE_TIME = { expiresMs: 0, renewsMs: 60_000 };

/** What a watched engine fails with. */
export const CUT = "the line was cut";

/** Watches a real engine's writes; of them only the first `most` succeed. */
export function watch(engine: Engine, most = Infinity): Watched {
  let writes = 0;
  return {
    address: engine.address,
    capabilities: engine.capabilities,
    exclusive: engine.exclusive,
    get writes() {
      return writes;
    },
    read: (statement, options) => engine.read(statement, options),
    write: (statements: readonly Statement[]) => {
      writes += 1;
      return writes > most ? Promise.reject(new Error(CUT)) : engine.write(statements);
    },
    prepare: (plan) => engine.prepare(plan),
    checkpoint: () => engine.checkpoint(),
    close: () => engine.close(),
  };
}
