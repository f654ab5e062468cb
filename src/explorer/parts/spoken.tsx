import type { Placed, Relationship } from "../state/picture.js";
import type { Focus } from "../state/state.js";
import { useSpeech, type Speech } from "./language.js";

interface Seen {
  readonly nodes: readonly Placed[];
  readonly relationships: readonly Relationship[];
}

/** Of more relationships only these are said one by one. */
const MOST = 8;

function described(
  node: Placed,
  { nodes, relationships }: Seen,
  { say, term, inverse, nameOf, language }: Speech,
): string {
  const names = new Map(nodes.map((each) => [each.id, nameOf(each)]));
  const own = relationships.filter(({ from, to }) => from === node.id || to === node.id);
  const values = { kind: term("EntityKind", node.kind), name: nameOf(node), count: own.length };
  if (own.length === 0) return say("spokenAlone", values);
  const list = own
    .slice(0, MOST)
    .map(({ type, from, to }) =>
      from === node.id
        ? `${term("RelationshipType", type)} ${names.get(to) ?? ""}`
        : `${inverse(type)} ${names.get(from) ?? ""}`,
    );
  if (own.length > MOST) list.push(say("spokenMore", { count: own.length - MOST }));
  return say("spoken", { ...values, list: list.join(language === "zh" ? "；" : "; ") });
}

/** Says aloud which entity the reader has come to in the picture, and what it is related to there. */
export function Spoken({ seen, focus }: { readonly seen: Seen; readonly focus: Focus }) {
  const speech = useSpeech();
  const node = focus?.is === "node" ? seen.nodes.find(({ id }) => id === focus.id) : undefined;
  return (
    <p className="unseen spoken" role="status" aria-live="polite" aria-atomic="true">
      {node ? described(node, seen, speech) : ""}
    </p>
  );
}
