const PATHS = {
  undo: "M7 5 3 9l4 4M3.5 9H12a4.5 4.5 0 0 1 0 9H9",
  redo: "m13 5 4 4-4 4M16.5 9H8a4.5 4.5 0 0 0 0 9h3",
  plus: "M10 4v12M4 10h12",
  minus: "M4 10h12",
  fit: "M3 7V3h4M13 3h4v4M17 13v4h-4M7 17H3v-4",
  tidy: "M10 4.5v3M6 14l2.5-4M14 14l-2.5-4M10 2.5a1 1 0 1 0 .01 0M5 15a1.5 1.5 0 1 0 .01 0M15 15a1.5 1.5 0 1 0 .01 0M10 7.5a1.8 1.8 0 1 0 .01 0",
  words: "M3 16 16 3M5 6h6M8 6v6",
  keep: "M10 3v9m-4-4 4 4 4-4M3 14v3h14v-3",
  search: "M9 3a6 6 0 1 0 .01 0M13.5 13.5 17 17",
  close: "m5 5 10 10M15 5 5 15",
  menu: "M3 5h14M3 10h14M3 15h14",
  back: "M8 5 3 10l5 5M3.5 10H17",
} as const;

/** A sign on a button that says in words what it does. */
export function Icon({ name }: { readonly name: keyof typeof PATHS }) {
  return (
    <svg
      viewBox="0 0 20 20"
      width="18"
      height="18"
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.7"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
