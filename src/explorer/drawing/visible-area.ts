/** A rectangle of the screen, in pixels from the top left. */
export interface Area {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Whatever bears this lies over the picture where the page is narrow, or while it tells something. */
const COVERS = "[data-covers]";

const sizeOf = ({ left, top, right, bottom }: Area): number => Math.max(0, right - left) * Math.max(0, bottom - top);

function overlap(one: Area, other: Area): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}

/** What is left of an area beside what covers it: of each cover's four sides the one with most room. */
export function uncovered(area: Area, covers: readonly Area[]): Area {
  return covers.reduce((left, cover) => {
    if (sizeOf(cover) === 0 || !overlap(left, cover)) return left;
    const sides = [
      { ...left, right: cover.left },
      { ...left, left: cover.right },
      { ...left, bottom: cover.top },
      { ...left, top: cover.bottom },
    ].map((side) => ({ side, size: sizeOf(side) }));
    return sides.reduce((best, next) => (next.size > best.size ? next : best)).side;
  }, area);
}

/** What covers pictures on this page now. */
export function coversOn(page: Document): Element[] {
  return [...page.querySelectorAll(COVERS)];
}

function areaOf(element: Element): Area {
  const { left, top, right, bottom } = element.getBoundingClientRect();
  return { left, top, right, bottom };
}

/** The part of a picture that can be seen, in pixels from its own top left: all of it but what covers it. */
export function visibleArea(container: HTMLElement): Area {
  const own = areaOf(container);
  const { left, top, right, bottom } = uncovered(own, coversOn(container.ownerDocument).map(areaOf));
  return { left: left - own.left, top: top - own.top, right: right - own.left, bottom: bottom - own.top };
}

/** Tells when something begins or ceases to cover a picture, or has moved over it; answers how to end it. */
export function onCovers(container: HTMLElement, told: () => void): () => void {
  const page = container.ownerDocument;
  const sizes = new ResizeObserver(told);
  const watched = new Set<Element>();
  const watch = (): void => {
    for (const cover of coversOn(page)) {
      if (watched.has(cover)) continue;
      watched.add(cover);
      sizes.observe(cover);
    }
    for (const cover of watched) if (!cover.isConnected) watched.delete(cover);
  };
  const added = new MutationObserver(watch);
  added.observe(page.body, { childList: true, subtree: true });
  page.addEventListener("transitionend", told);
  watch();
  return () => {
    sizes.disconnect();
    added.disconnect();
    page.removeEventListener("transitionend", told);
  };
}
