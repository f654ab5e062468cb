import { useStore, act } from "../state/store.js";
import { useSpeech } from "./language.js";

/** While a path's end is being chosen: where it begins. */
export function PathBar() {
  const { say, nameOf } = useSpeech();
  const from = useStore(({ pathFrom, picture }) => (pathFrom === null ? undefined : picture.nodes.get(pathFrom)));
  if (!from) return null;
  return (
    <div className="path-bar" role="status">
      <span>{say("pathChoose", { name: nameOf(from) })}</span>
      <button
        type="button"
        className="plain"
        onClick={() => {
          act({ do: "pathFrom", id: null });
        }}
      >
        {say("pathCancel")}
      </button>
    </div>
  );
}
