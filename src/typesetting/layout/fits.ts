/** Takes a measure and the room for it, says whether it fits: what only rounding adds up to does not count. */

import { type Length, pt } from '../../units.js';

/** Far below what can be printed, far above the sum of many rounded millimetres. */
const SLACK = pt(0.01);

export const fits = (size: Length, room: Length): boolean => size <= room + SLACK;
