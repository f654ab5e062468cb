import { symbolImage } from "../drawing/symbols.js";
import type { EntityKind } from "../operations.js";
import { useSpeech } from "./language.js";

/** A kind's symbol beside words that name it. */
export function KindSymbol({ kind, size = 22 }: { readonly kind: EntityKind; readonly size?: number }) {
  const { language } = useSpeech();
  return <img className="symbol" src={symbolImage(kind, language)} width={size} height={size} alt="" />;
}
