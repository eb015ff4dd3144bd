/** Takes a time, lets it pass: for whoever waits until another process has let go of a file. */

const nobody = new Int32Array(new SharedArrayBuffer(4));

export function pause(milliseconds: number): void {
  Atomics.wait(nobody, 0, 0, milliseconds);
}
