import { describe, expect, it } from "vitest";
import { SEED } from "../../../src/cli/seed.js";
import { engines } from "../../support/engines.js";
import { Golden } from "../../support/golden.js";
import { MONEY, servedFolder } from "../../support/money.js";
import { HOUSE_FORM } from "../../support/server.js";

interface Entry {
  readonly date: string | null;
  readonly step: number | null;
  readonly origin: string;
  readonly property: string;
  readonly label: string;
  readonly planned: boolean;
  readonly entity: { readonly id: string };
  readonly relationship: { readonly id: string } | null;
  readonly daysSincePrevious: number | null;
}

interface Timeline {
  readonly nodes: readonly Entry[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly totalCount: number;
  readonly waitsAt: object | null;
  readonly overdue: readonly object[] | null;
}

const ALL = `query ($id: ID!, $first: Int, $after: String, $today: PartialDate) { timeline(id: $id, first: $first, after: $after, today: $today) {
  nodes { date step origin property label planned entity { id } relationship { id } daysSincePrevious }
  pageInfo { hasNextPage endCursor } totalCount
  waitsAt { status statusAsOf next { zh en } milestone { id } relationship { id } since notBefore }
  overdue { property label labelEn date status statusAsOf daysOverdue } truncatedReason } }`;

const line = ({ date, step, entity, property, planned, daysSincePrevious: days }: Entry): string =>
  [
    date ?? `step ${step}`,
    entity.id,
    property,
    ...(planned ? ["planned"] : []),
    ...(days === null ? [] : [`+${days}`]),
  ].join(" ");

describe.each(engines)("timelines on $name", (tested) => {
  const served = servedFolder(tested, MONEY);
  const of = async (id: string, more: object = {}) =>
    (await served.ask<{ timeline: Timeline }>(ALL, { id, today: "2025-07-01", ...more })).timeline;

  it("hold everything dated around a project, in order, what has only a step beside its step", async () => {
    const { nodes, totalCount } = await of("project:storage");
    expect(nodes.map(line)).toEqual([
      "2023-11-01 milestone:storage-contact date",
      // No date: after the first step.
      "step 2 milestone:storage-meeting step",
      // The year begins before its months do.
      "2024 fund:jinhe-mother stagesAsOf",
      "2024-02 project:storage statusAsOf",
      "2024-02-09 milestone:storage-signing date",
      "step 4 milestone:storage-registration step",
      // 20 days of February, which has 29, and 15 of March.
      "2024-03-15 fund:jinhe-mother date +35",
      "2024-05 company:jinhe-bank date",
      "2024-06-01 project:storage targetStartDate planned",
      "2025-12 project:storage targetDate planned",
    ]);
    expect(totalCount).toBe(10);
    expect(nodes.map(({ origin }) => origin)).toEqual([
      ...["NEIGHBOUR", "NEIGHBOUR", "NEIGHBOUR", "OWN", "NEIGHBOUR", "NEIGHBOUR"],
      ...["RELATIONSHIP", "RELATIONSHIP", "OWN", "OWN"],
    ]);
    expect(nodes.map(({ label }) => label)).toEqual([
      ...["里程碑·日期", "里程碑·步骤", "基金·阶段时点", "状态时点", "里程碑·日期", "里程碑·步骤"],
      ...["出资·日期", "出资·日期", "计划开工日期", "预计投产日期"],
    ]);
    expect(nodes[6]?.relationship).toEqual({ id: "funds:fund:jinhe-mother~project:storage" });
    expect(nodes[9]?.relationship).toBeNull();
  });

  it("place a first step without a date before the next, and steps of which none has one at the end", async () => {
    const pv = (await of("project:pv")).nodes.map(line);
    expect(pv.slice(0, 2)).toEqual(["step 1 milestone:pv-meeting step", "2022-12-01 milestone:pv-signing date"]);
    // A neighbour that two relationships lead to is there once.
    expect(pv.slice(2)).toEqual([
      "2023 fund:jinhe-new-energy date",
      "2023-05 project:pv targetStartDate planned",
      "2024-12-31 project:pv targetDate planned",
      "2025-01-10 project:pv statusAsOf +10",
    ]);
    expect((await of("project:quiet")).nodes.map(line)).toEqual([
      "step 1 milestone:quiet-contact step",
      "step 2 milestone:quiet-meeting step",
    ]);
  });

  it("tell of dates of relationships from and until, at either end", async () => {
    expect((await of("company:guangyao")).nodes.map(line)).toEqual([
      "2018 company:old-partner validFrom",
      "2022-06-30 company:old-partner validTo",
      "2022-07-01 company:binhe-capital validFrom +1",
      "2023 person:zhao-an validFrom",
    ]);
    expect((await of("person:zhao-an")).nodes.map(line)).toEqual(["2023 company:guangyao validFrom"]);
  });

  it("are the same page by page, whatever the size, days between pages too", async () => {
    for (const id of ["project:storage", "project:pv", "project:quiet", "fund:jinhe-mother"]) {
      const whole = (await of(id)).nodes;
      for (const first of [1, 2, 3]) {
        const pages: Entry[] = [];
        let after: string | null = null;
        do {
          const { nodes, pageInfo }: Timeline = await of(id, { first, after });
          pages.push(...nodes);
          after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
        } while (after !== null);
        expect(pages).toEqual(whole);
      }
    }
  });

  it("say of a project what it waits for, since when, and what is overdue at a day", async () => {
    // Signed; the registration that followed has no date, so it waits since the signing at the earliest.
    const { waitsAt, overdue } = await of("project:storage");
    expect(waitsAt).toEqual({
      status: "SIGNED",
      statusAsOf: "2024-02",
      next: { zh: "开工", en: "start of construction" },
      milestone: { id: "milestone:storage-registration" },
      relationship: { id: "reached:project:storage~milestone:storage-registration" },
      since: null,
      notBefore: "2024-02-09",
    });
    const start = {
      property: "targetStartDate",
      label: "计划开工日期",
      labelEn: "target start",
      date: "2024-06-01",
      status: "SIGNED",
      statusAsOf: "2024-02",
    };
    // 29 days of June 2024 and 366 - 1 more... counted: from 1 June 2024 to 1 July 2025 are 395 days.
    expect(overdue).toEqual([{ ...start, daysOverdue: 395 }]);
    expect((await of("project:storage", { today: "2026" })).overdue).toMatchObject([
      { ...start, daysOverdue: null },
      { property: "targetDate", date: "2025-12", daysOverdue: null },
    ]);
    expect((await of("project:storage", { today: "2025" })).overdue).toHaveLength(1);
    expect((await of("project:storage", { today: "2024-06-01" })).overdue).toEqual([]);
  });

  it("say that a project in production waits for nothing, and of one without a status only what it reached", async () => {
    expect(await of("project:pv")).toMatchObject({ waitsAt: null, overdue: [] });
    expect((await of("project:quiet")).waitsAt).toMatchObject({
      status: null,
      next: null,
      milestone: { id: "milestone:quiet-meeting" },
      since: null,
      notBefore: null,
    });
    expect(await of("fund:jinhe-mother")).toMatchObject({ waitsAt: null, overdue: null });
  });

  it("compare with the server's day unless told", async () => {
    const { timeline } = await served.ask<{ timeline: Timeline }>(
      `{ timeline(id: "project:storage") { overdue { property } } }`,
    );
    expect(timeline.overdue?.length).toBeGreaterThanOrEqual(1);
  });

  it("carry the evidence that is asked for", async () => {
    const query = `{ timeline(id: "fund:jinhe-new-energy", first: 1) { edges { cursor node { date labelEn entity { __typename name }
      relationship { __typename ... on Owns { sharePercent } from { id } to { id } citations { paragraph } } } } } }`;
    const { timeline } = await served.ask<{ timeline: { edges: readonly { cursor: string; node: object }[] } }>(query);
    expect(timeline.edges).toEqual([
      {
        cursor: expect.any(String) as string,
        node: {
          date: "2023",
          labelEn: "funds: date",
          entity: { __typename: "Project", name: "滨河光伏电站（虚构）" },
          relationship: {
            __typename: "Funds",
            from: { id: "fund:jinhe-new-energy" },
            to: { id: "project:pv" },
            citations: [{ paragraph: 7 }],
          },
        },
      },
    ]);
  });

  it("send as many statements as their fields ask for, at a busy entity and at a quiet one", async () => {
    const statements = async (query: string): Promise<unknown> =>
      (await served.service.post({ query })).line["statements"];
    const one = (id: string, fields: string): string => `{ timeline(id: "${id}") { ${fields} } }`;
    for (const id of ["project:storage", "project:quiet"]) {
      expect(await statements(one(id, "nodes { date entity { name } relationship { id } }"))).toBe(4);
      expect(await statements(one(id, "totalCount"))).toBe(3 + 1);
      expect(await statements(one(id, "waitsAt { next { en } }"))).toBe(3);
    }
  });

  it("are null of an entity that is not there", async () => {
    expect(await served.ask(ALL, { id: "project:none" })).toEqual({ timeline: null });
  });

  it.each([
    ['id: "nothing"', "timeline(id): expected the id of an entity"],
    ['id: "owns:zone:binhe~company:binhe-capital"', "timeline(id): expected the id of an entity"],
    ['id: "project:pv", first: -1', "timeline(first): expected 0 to 1000 but got -1"],
    ['id: "project:pv", first: 1001', "expected 0 to 1000 but got 1001"],
    ['id: "project:pv", after: "x"', "timeline(after): expected a cursor of this list"],
  ])("refuse %s in words", async (args, message) => {
    const error = await served.refused(`{ timeline(${args}) { totalCount } }`);
    expect(error?.message).toContain(message);
    expect(error?.message).toMatch(HOUSE_FORM);
    expect(error?.extensions.code).toBe("BAD_USER_INPUT");
  });

  it("refuse the cursor of another entity's timeline", async () => {
    const { pageInfo } = await of("project:storage", { first: 1 });
    const error = await served.refused(ALL, { id: "project:pv", after: pageInfo.endCursor });
    expect(error?.message).toContain(
      "timeline(after): expected a cursor of this list in this order but got one of another",
    );
  });

  it("send the golden statements", async () => {
    const golden = new Golden();
    for (const after of [undefined, (await of("project:storage", { first: 1 })).pageInfo.endCursor]) {
      served.sent.length = 0;
      await of("project:storage", { after });
      golden.sent.push(...served.sent);
      golden.note(after ? "a timeline's next page" : "a timeline");
    }
    await expect(golden.text()).toMatchFileSnapshot(`golden/timeline-${tested.name}.cypher`);
  });
});

describe.each(engines)("timelines of the seed on $name", (tested) => {
  const served = servedFolder(tested, SEED);

  it.each([
    ...["project:jinko-56gw", "fund:shouchuang", "zone:zuoyun", "zone:zonggai", "region:shanxi"],
    ...["company:jinko-energy", "measure:jinko-decision", "person:wang-bo", "source:kexue-daobao-2024-13"],
  ])("of %s hold no date twice, and as many entries as they count", async (id) => {
    const { timeline } = await served.ask<{ timeline: Timeline }>(ALL, { id, first: 1000 });
    const owners = timeline.nodes.map(({ origin, property, entity, relationship, date }) =>
      origin === "RELATIONSHIP" ? `${relationship?.id} ${property} ${date}` : `${entity.id} ${property}`,
    );
    expect(new Set(owners).size).toBe(owners.length);
    expect(timeline.totalCount).toBe(owners.length);
  });
});
