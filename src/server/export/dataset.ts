import { stringify } from "csv-stringify/sync";
import { isKind, type Kind, type RelationshipType } from "../../graph/model.js";
import type { Pages, Stored, StoredGraph, StoredRelationship } from "../../graph/stored.js";
import { FactForm, headerCells, rowCells } from "../../import/form.js";
import type { DatasetDescription } from "../../import/folder.js";
import type { ArchiveFile } from "./archive.js";

/** Lines as the importer reads them back: a carriage return at a row's end would pass for part of the line break. */
function lines(rows: readonly (readonly string[])[]): string {
  return stringify(rows as string[][], { record_delimiter: "\n", quoted_match: /\r/ });
}

async function* table(owner: Kind | RelationshipType, graph: StoredGraph): AsyncGenerator<string> {
  yield lines([headerCells(owner)]);
  for await (const page of pagesOf(owner, graph)) yield lines(page.map((item) => rowCells(owner, item)));
}

function pagesOf(
  owner: Kind | RelationshipType,
  graph: StoredGraph,
  wanted?: "FACTS",
): Pages<Stored | StoredRelationship> {
  return isKind(owner) ? graph.entities(owner, wanted) : graph.relationships(owner, wanted);
}

async function* facts(
  owners: readonly (Kind | RelationshipType)[],
  graph: StoredGraph,
  form: FactForm,
): AsyncGenerator<string> {
  yield lines([form.header]);
  for (const owner of owners)
    for await (const page of pagesOf(owner, graph, "FACTS"))
      yield lines(page.flatMap(({ id, facts: texts }) => texts.map((text) => form.cells(id, text))));
}

async function* one(text: string): AsyncGenerator<string> {
  yield await Promise.resolve(text);
}

/** The files of a dataset folder that imports as what is stored, in a fixed order. */
export async function* datasetFiles(graph: StoredGraph, description: DatasetDescription): AsyncGenerator<ArchiveFile> {
  const { kinds, types } = await graph.present();
  yield { path: "dataset.json", content: one(`${JSON.stringify(description, undefined, 2)}\n`) };
  for (const kind of kinds) yield { path: `nodes/${kind.prefix}.csv`, content: table(kind, graph) };
  for (const type of types) yield { path: `relationships/${type.prefix}.csv`, content: table(type, graph) };
  const form = new FactForm();
  yield { path: "facts.csv", content: facts([...kinds, ...types], graph, form) };
  yield { path: "terms.csv", content: one(lines([form.termsHeader, ...form.terms()])) };
}
