/**
 * The computed values of every property of the CSS subset: lengths absolute, colours resolved, inheritance done.
 * Names and values are those of the CSS specifications, in camel case. The table of properties is the type.
 */

import type { PROPERTIES, Property } from './properties.js';

export type { Border, BorderStyle, Color, LengthPercentage } from './value.js';

type ComputedOf<P> = P extends Property<infer C> ? C : never;

export type Style = { readonly [Name in keyof typeof PROPERTIES]: ComputedOf<(typeof PROPERTIES)[Name]> };
