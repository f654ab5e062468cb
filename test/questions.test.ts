import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Kind, parse, type OperationDefinitionNode } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SEED } from "../src/cli/seed.js";
import type { Engine } from "../src/engine/engine.js";
import { prepareGraph } from "../src/graph/prepare.js";
import { importDataset } from "../src/import/index.js";
import { buildModel } from "../src/schema.js";
import { engines } from "./support/engines.js";
import { serve, type Answer, type Service } from "./support/server.js";

const FOLDER = join(SEED, "questions");
const files = readdirSync(FOLDER).sort();
const questions = files.filter((file) => file.endsWith(".graphql")).map((file) => file.replace(/\.graphql$/, ""));

function text(file: string): string {
  return readFileSync(join(FOLDER, file), "utf8");
}

function json(file: string): unknown {
  return JSON.parse(text(file));
}

function operationsOf(question: string): readonly OperationDefinitionNode[] {
  return parse(text(`${question}.graphql`)).definitions.filter((item) => item.kind === Kind.OPERATION_DEFINITION);
}

/** Whether it cannot be asked without variables. */
function needsVariables(question: string): boolean {
  return operationsOf(question).some(({ variableDefinitions = [] }) =>
    variableDefinitions.some(({ type, defaultValue }) => type.kind === Kind.NON_NULL_TYPE && !defaultValue),
  );
}

describe("the questions", () => {
  it("are numbered without a gap", () => {
    const numbers = questions.map((_, index) => String(index + 1).padStart(2, "0"));
    expect(questions.map((question) => question.slice(0, 2))).toEqual(numbers);
  });

  it("have each its answer, and variables where they need some, and no other file stands beside them", () => {
    const expected = questions.flatMap((question) => [
      `${question}.expected.json`,
      `${question}.graphql`,
      ...(needsVariables(question) ? [`${question}.variables.json`] : []),
    ]);
    expect(files).toEqual(expected);
  });

  it("have operations of different names", () => {
    const names = questions.flatMap((question) => operationsOf(question).map(({ name }) => name?.value));
    expect(new Set(names).size).toBe(questions.length);
  });

  it.each(questions)("%s is put in Chinese, then in English, by one named operation", (question) => {
    const [chinese, english, operation] = text(`${question}.graphql`).split("\n");
    expect(chinese).toMatch(/^# .*\p{Script=Han}.*$/u);
    expect(english).toMatch(/^# [A-Z]\P{Script=Han}*$/u);
    expect(operation).toMatch(/^query [A-Z][A-Za-z]+\b/);
    expect(operationsOf(question)).toHaveLength(1);
  });

  it.each(questions)("%s has an answer without errors or empty places at its root", (question) => {
    const { data, ...rest } = json(`${question}.expected.json`) as Answer;
    expect(rest).toEqual({});
    const roots = Object.values(data ?? {}) as ({ readonly nodes?: readonly unknown[] } | null)[];
    const held = roots.map((root) => root?.nodes?.length ?? (root ? 1 : 0));
    expect(held).not.toHaveLength(0);
    expect(held).not.toContain(0);
  });
});

const built = buildModel();

describe.each(engines)("the service on $name", (tested) => {
  let engine: Engine;
  let service: Service;

  beforeAll(async () => {
    engine = await tested.open();
    await prepareGraph(engine, built.model);
    await importDataset({ folder: SEED, engine, model: built.model });
    service = await serve(built, engine);
  });

  afterAll(async () => {
    await service.app.close();
    await engine.close();
  });

  it.each(questions)("answers %s as the page does", async (question) => {
    const variables = needsVariables(question) ? json(`${question}.variables.json`) : {};
    const { answer } = await service.post({ query: text(`${question}.graphql`), variables });
    expect(answer).toEqual(json(`${question}.expected.json`));
  });
});
