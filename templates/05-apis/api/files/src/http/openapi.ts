import { STATUS_CODES } from 'node:http';
import { z } from 'zod';

export interface Operation {
  readonly method: 'get' | 'post' | 'patch' | 'put' | 'delete';
  /** With `{name}` for a variable segment. */
  readonly path: string;
  readonly id: string;
  readonly summary: string;
  readonly query?: z.ZodObject;
  /** Request headers that make a difference: name → what it does. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: z.ZodType;
  /** Status → contract of its JSON body, or a sentence when it has none. */
  readonly answers: Readonly<Record<number, z.ZodType | string>>;
  /** Statuses that come with a problem. */
  readonly problems: readonly number[];
}

/** Name → contract: operations refer to these by name, all others are written out. */
export type Schemas = Readonly<Record<string, z.ZodType>>;

/** How a caller proves who it is, and where it must. */
export interface Protection {
  /** Name → how, as OpenAPI describes it. */
  readonly schemes: Readonly<Record<string, object>>;
  covers(path: string): boolean;
}

export interface Api {
  readonly title: string;
  readonly operations: readonly Operation[];
  readonly schemas: Schemas;
  readonly protection?: Protection;
}

type Refer = (schema: z.ZodType) => object;

/** @returns an OpenAPI 3.1 document of exactly these operations, in the order of their paths */
export function openApiDocument({ title, operations, schemas, protection }: Api) {
  const refer: Refer = (schema) => {
    const named = Object.keys(schemas).find((name) => schemas[name] === schema);
    return named ? { $ref: `#/components/schemas/${named}` } : jsonSchema(schema);
  };
  const security = Object.keys(protection?.schemes ?? {}).map((name) => ({ [name]: [] }));
  const protectedBy = (path: string) => (protection?.covers(path) ? security : []);
  const paths: Record<string, Record<string, object>> = {};
  for (const path of [...new Set(operations.map((operation) => operation.path))].sort()) {
    const here = operations.filter((operation) => operation.path === path);
    paths[path] = Object.fromEntries(
      here.map((one) => [one.method, described(one, refer, protectedBy(path))]),
    );
  }
  const names = Object.keys(schemas).sort();
  const components = names.map((name) => [name, jsonSchema(schemas[name] ?? z.never())]);
  const info = { title, version: '0.1.0' };
  const securitySchemes = protection && { securitySchemes: protection.schemes };
  return {
    openapi: '3.1.0',
    info,
    paths,
    components: { schemas: Object.fromEntries(components), ...securitySchemes },
  };
}

function described(
  { id, summary, body, ...operation }: Operation,
  refer: Refer,
  security: readonly object[],
) {
  const parameters = [
    ...[...operation.path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) =>
      parameter('path', name, { type: 'string' }, { required: true }),
    ),
    ...Object.entries(jsonSchema(operation.query ?? z.object({})).properties ?? {}).map(
      ([name, schema]) => parameter('query', name, schema),
    ),
    ...Object.entries(operation.headers ?? {}).map(([name, description]) =>
      parameter('header', name, { type: 'string' }, { description }),
    ),
  ];
  const refusals = security.length > 0 ? [401, ...operation.problems] : operation.problems;
  const problems = refusals.map((status) => [status, problem(status)]);
  const answers = Object.entries(operation.answers).map(([status, schema]) => [
    status,
    typeof schema === 'string'
      ? { description: schema }
      : { description: STATUS_CODES[status], content: json(refer(schema)) },
  ]);
  return {
    operationId: id,
    summary,
    ...(parameters.length > 0 && { parameters }),
    ...(body && { requestBody: { required: true, content: json(refer(body)) } }),
    responses: Object.fromEntries([...answers, ...problems]),
    ...(security.length > 0 && { security }),
  };
}

function parameter(place: string, name: string, schema: unknown, more: object = {}) {
  return { in: place, name, ...more, schema };
}

function json(schema: object) {
  return { 'application/json': { schema } };
}

function problem(status: number) {
  const schema = { $ref: '#/components/schemas/Problem' };
  const content = { 'application/problem+json': { schema } };
  return { description: STATUS_CODES[status], content };
}

function jsonSchema(schema: z.ZodType) {
  const { $schema, additionalProperties, ...rest } = z.toJSONSchema(schema, { io: 'input' });
  return additionalProperties === undefined ? rest : { ...rest, additionalProperties };
}
