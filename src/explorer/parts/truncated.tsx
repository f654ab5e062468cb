import type { TruncatedFragment } from "../operations.js";
import { number } from "../state/format.js";
import { useSpeech } from "./language.js";

/** Says what an answer leaves out. */
export function Truncated({ truncation }: { readonly truncation: TruncatedFragment | null }) {
  const { say, language } = useSpeech();
  if (truncation === null) return null;
  return <p className="quiet">{say(`truncated.${truncation.code}`, { limit: number(truncation.limit, language) })}</p>;
}
