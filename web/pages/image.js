/** What the service takes. */
const TYPES = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);
const MOST_BYTES = 256 * 1024;

/** Tried one after the other on an image that is too large: the longer edge, and how good it is. */
const TRIES = [
  [1600, 0.85],
  [1280, 0.8],
  [1024, 0.7],
  [800, 0.6],
  [600, 0.5],
];

/** The image as the service takes it: as it is, or smaller; rejects with words for people. */
export async function fitted(file) {
  if (TYPES.has(file.type) && file.size <= MOST_BYTES) {
    return file;
  }
  const bitmap = await createImageBitmap(file).catch(() => {
    throw new Error('That is no image which can be sent.');
  });
  for (const [edge, quality] of TRIES) {
    const smaller = await drawn(bitmap, edge, quality);
    if (smaller.size <= MOST_BYTES) {
      return smaller;
    }
  }
  throw new Error('That image is too large.');
}

function drawn(bitmap, edge, quality) {
  const scale = Math.min(1, edge / Math.max(bitmap.width, bitmap.height));
  const canvas = new OffscreenCanvas(Math.ceil(bitmap.width * scale), Math.ceil(bitmap.height * scale));
  const paper = canvas.getContext('2d');
  paper.fillStyle = 'white'; // a JPEG lets nothing through
  paper.fillRect(0, 0, canvas.width, canvas.height);
  paper.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  return canvas.convertToBlob({ type: 'image/jpeg', quality });
}
