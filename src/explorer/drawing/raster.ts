/** 16 cm at 300 dots an inch. */
const WIDTH = 1890;

/** PNG's pHYs chunk (PNG 3rd edition, 11.3.4.3) with 11,811 dots a metre, which are 300 an inch; its check sum is the last four bytes. */
const RESOLUTION = new Uint8Array([
  0, 0, 0, 9, 0x70, 0x48, 0x59, 0x73, 0, 0, 0x2e, 0x23, 0, 0, 0x2e, 0x23, 1, 0x78, 0xa5, 0x3f, 0x76,
]);
/** Where the first chunk, IHDR, ends. */
const AFTER_HEADER = 33;

async function pngOf(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((done, fail) => {
    canvas.toBlob((blob) => {
      if (blob) done(blob);
      else fail(new Error("expected a PNG but the browser made none; make the picture smaller."));
    }, "image/png");
  });
}

/** A drawing as PNG for print. */
export async function rastered(svg: string): Promise<Blob> {
  const url = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = WIDTH;
    canvas.height = Math.round((WIDTH * image.naturalHeight) / image.naturalWidth);
    canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const png = await pngOf(canvas);
    return new Blob([png.slice(0, AFTER_HEADER), RESOLUTION, png.slice(AFTER_HEADER)], { type: "image/png" });
  } finally {
    URL.revokeObjectURL(url);
  }
}
