import type {
  ActivityEventType,
  ActivityState,
  Cause,
  CauseOf,
  FundEventType,
  OwnCode,
  OwnEventTypeOf,
  Profile,
  Role,
  RoleOf,
  StateOf,
} from "@cadre/core/lifecycle";
import type { Hono } from "hono";
import type { Endpoint, Schema } from "hono/types";
import type * as z from "zod";

type Is<One, Other> = [One] extends [Other] ? ([Other] extends [One] ? true : false) : false;
type Same<T> = Exclude<T, null | undefined>;
type Nothing<T> = Extract<T, null | undefined>;

/** A vocabulary that agencies add to, closed to what a profile knows; `never`: it is none. */
type Vocabulary<T, P extends Profile> =
  Is<T, Cause> extends true
    ? CauseOf<P>
    : Is<T, ActivityState> extends true
      ? StateOf<P>
      : Is<T, ActivityEventType> extends true
        ? FundEventType | OwnEventTypeOf<P>
        : Is<T, Role> extends true
          ? RoleOf<P>
          : never;

type DetailsOf<P extends Profile, Code extends OwnEventTypeOf<P>> = P["events"][Code] extends {
  details: infer Details extends z.ZodObject;
}
  ? { details: z.input<Details> }
  : { details?: never };

/** The one object that stands for what any agency adds, as one for each event of a profile. */
type OwnObject<T, P extends Profile> = T extends { type: `activity.${OwnCode}`; data: infer Data }
  ? {
      [Code in OwnEventTypeOf<P>]: Members<Omit<T, "type" | "data">, P> & {
        type: `activity.${Code}`;
        data: Members<Omit<Data, "details">, P> & DetailsOf<P, Code>;
      };
    }[OwnEventTypeOf<P>]
  : T extends { type: `activity.${OwnCode}` }
    ? {
        [Code in OwnEventTypeOf<P>]: Members<Omit<T, "type" | "details">, P> & {
          type: `activity.${Code}`;
        } & DetailsOf<P, Code>;
      }[OwnEventTypeOf<P>]
    : {
        [Code in OwnEventTypeOf<P>]: Members<Omit<T, "type" | "details">, P> & {
          type: Code;
        } & DetailsOf<P, Code>;
      }[OwnEventTypeOf<P>];

type Members<T, P extends Profile> = { [Name in keyof T]: Close<T[Name], P> };
type IsOwn<T> = T extends { type: infer Type }
  ? [Type] extends [OwnCode | `activity.${OwnCode}`]
    ? [OwnCode] extends [Type]
      ? true
      : [`activity.${OwnCode}`] extends [Type]
        ? true
        : false
    : false
  : false;

type Part<T, P extends Profile> = T extends string | number | boolean | bigint | null | undefined
  ? T
  : T extends readonly (infer Item)[]
    ? readonly Close<Item, P>[]
    : T extends (...values: never[]) => unknown
      ? T
      : T extends { format: "cadre/framework" }
        ? T
        : IsOwn<T> extends true
          ? OwnObject<T, P>
          : Members<T, P>;

/** A type with the codes that a profile knows, in place of those that any agency may add. */
export type Close<T, P extends Profile> = unknown extends T
  ? T
  : [Vocabulary<Same<T>, P>] extends [never]
    ? Part<T, P>
    : Vocabulary<Same<T>, P> | Nothing<T>;

type CloseEndpoint<T, P extends Profile> = T extends Endpoint
  ? {
      input: Close<T["input"], P>;
      output: Close<T["output"], P>;
      outputFormat: T["outputFormat"];
      status: T["status"];
    }
  : never;
type CloseRoutes<Routes, P extends Profile> = {
  [Route in keyof Routes]: {
    [Method in keyof Routes[Route]]: CloseEndpoint<Routes[Route][Method], P>;
  };
};

/** An app whose bodies and answers have the codes of a profile. Documents stay open: they come from anywhere. */
export type CloseApp<App, P extends Profile> =
  App extends Hono<infer Env, infer Routes, infer Path>
    ? CloseRoutes<Routes, P> extends infer Closed extends Schema
      ? Hono<Env, Closed, Path>
      : never
    : never;
