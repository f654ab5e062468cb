import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { expand, look, lookAround, open, startHere, toOverview } from "../../../src/explorer/state/deeds.js";
import { EMPTY, type Entity } from "../../../src/explorer/state/picture.js";
import { act, apply, state } from "../../../src/explorer/state/store.js";
import { servedSeed } from "../../support/server.js";

const served = servedSeed();
const network = globalThis.fetch;

/** Answers of the service that are held back until one of them is let go. */
const held: (() => Promise<void>)[] = [];

beforeAll(() => {
  globalThis.fetch = (_, init) =>
    new Promise((answered, failed) => {
      init?.signal?.addEventListener("abort", () => {
        failed(new DOMException("aborted", "AbortError"));
      });
      held.push(async () => {
        const headers = { accept: "application/graphql-response+json" };
        const { body, status } = await served.service.post(init?.body as string, headers);
        answered(new Response(body, { status }));
      });
    });
});

afterAll(() => {
  globalThis.fetch = network;
});

/** Turns of the event loop that reading an answer takes at most, however busy the machine is. */
const TURNS = 50;

async function settled(): Promise<void> {
  for (let turn = 0; turn < TURNS; turn += 1) await new Promise((done) => setImmediate(done));
}

async function letGo(which: number): Promise<void> {
  await held.splice(which % held.length, 1)[0]?.();
  await settled();
}

const ENTITIES: readonly Entity[] = [
  { id: "zone:zuoyun", kind: "ZONE", name: "左云经济技术开发区", nameEn: null },
  { id: "university:datong", kind: "UNIVERSITY", name: "大同大学", nameEn: null },
  { id: "company:jinko-energy", kind: "COMPANY", name: "晶科能源", nameEn: null },
  { id: "region:zuoyun", kind: "REGION", name: "左云县", nameEn: null },
];

/** What a reader may ask for: what it replaces, and what it asks to look at. */
const ASKING = {
  look: ({ id }: Entity) => {
    look(id);
  },
  open,
  expand: ({ id }: Entity) => {
    expand(id);
  },
  startHere: (entity: Entity) => {
    startHere(entity, { kinds: ["PROJECT"] });
  },
  lookAround,
  overview: () => {
    toOverview();
  },
  chain: () => {
    act({ do: "screen", screen: { name: "chain", id: "chain:zuoyun-equipment" } });
  },
} as const;

type Asked = readonly [keyof typeof ASKING, Entity];

const REPLACING: readonly string[] = ["startHere", "lookAround", "overview"];

/** What must be so in the end, whatever came when: what was asked for last, and nothing from before a picture that took its place. */
function check(asked: readonly Asked[]): void {
  const { picture, focus, screen } = state();
  const [last, entity] = asked.at(-1) as Asked;
  if (last === "overview") expect([picture.origin.name, focus]).toEqual(["overview", null]);
  if (last === "lookAround") expect(picture.origin).toMatchObject({ name: "around", ids: [entity.id] });
  if (last === "startHere") expect(picture.origin.name).toBe("empty");
  if (REPLACING.includes(last)) expect(screen.name).toBe("graph");
  if (last === "lookAround" || last === "startHere") expect(focus).toEqual({ is: "node", id: entity.id });
  const since = asked.slice(asked.findLastIndex(([name]) => REPLACING.includes(name)) + 1);
  // What is opened may be answered after its reader has turned to a chain, and then takes nothing back.
  const looked = since.findLast(([name]) => name === "look" || name === "open" || name === "chain");
  if (looked && looked[0] !== "chain") expect(focus).toEqual({ is: "node", id: looked[1].id });
  const shown = since.findLast(([name]) => name === "chain" || name === "open");
  if (shown) expect(screen.name).toBe(shown[0] === "chain" ? "chain" : "graph");
  for (const [name, { id }] of since) if (name === "open") expect(picture.nodes.has(id)).toBe(true);
}

const asks = fc.constantFrom(...(Object.keys(ASKING) as (keyof typeof ASKING)[]));
const steps = fc.array(fc.tuple(fc.tuple(asks, fc.constantFrom(...ENTITIES)), fc.array(fc.nat(10), { maxLength: 3 })), {
  minLength: 1,
  maxLength: 6,
});

it("leaves what was asked for last, in whatever order answers come", { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(steps, fc.array(fc.nat(10)), async (asked, rest) => {
      apply({ do: "open", picture: { ...EMPTY, origin: { name: "empty" } } });
      for (const [[name, entity], answers] of asked) {
        ASKING[name](entity);
        await settled();
        for (const which of answers) if (held.length > 0) await letGo(which);
      }
      for (let at = 0; held.length > 0; at += 1) await letGo(rest[at] ?? 0);
      await settled();
      check(asked.map(([ask]) => ask));
    }),
    { numRuns: 100, endOnFailure: true },
  );
});

it("drops an older picture that comes after a newer one, and what was to be added to it", async () => {
  const [zone, university] = ENTITIES as [Entity, Entity];
  apply({ do: "open", picture: { ...EMPTY, origin: { name: "empty" } } });
  lookAround(zone);
  await settled();
  expand(zone.id);
  startHere(university);
  await settled();
  while (held.length > 0) await letGo(held.length - 1);
  expect(state().focus).toEqual({ is: "node", id: university.id });
  expect(state().picture.nodes.get(university.id)).toMatchObject({ x: 0, y: 0 });
});
