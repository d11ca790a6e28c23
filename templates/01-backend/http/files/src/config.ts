import { existsSync } from 'node:fs';
import { z } from 'zod';
// {{#if hardening}}
import { originsContract } from './http/origins.ts';
import { refusePlaceholders } from './placeholder-secrets.ts';
// {{/if}}
import { StartupError } from './startup-error.ts';

// {{#if postgres}}
const postgres = {
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  DATABASE_FOLDER: z.string().default('.data/postgres'),
};

// {{/if}}
// {{#if mysql}}
const mysql = {
  DATABASE_URL: z
    .string()
    .regex(/^(mysql|mariadb):\/\/[^/]+\/\w/, 'must be mysql://user:password@host:port/database')
    .optional(),
};

// {{/if}}
// {{#if mongodb}}
const mongodb = {
  DATABASE_URL: z
    .string()
    .regex(/^mongodb(\+srv)?:\/\/[^/]+\/\w/, 'must be mongodb://host:port/database')
    .optional(),
};

// {{/if}}
// {{#if sqlite}}
const sqlite = {
  DATABASE_URL: z
    .string()
    .regex(/^file:./, 'must be file: and a path')
    .default('file:.data/links.sqlite'),
};

// {{/if}}
const environment = z.object({
  NODE_ENV: z.string().optional(),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  // {{#if postgres}}
  ...postgres,
  // {{/if}}
  // {{#if mysql}}
  ...mysql,
  // {{/if}}
  // {{#if mongodb}}
  ...mongodb,
  // {{/if}}
  // {{#if sqlite}}
  ...sqlite,
  // {{/if}}
  // {{#if database}}
  MIGRATE: z.enum(['on', 'off']).default('on'),
  // {{/if}}
  // {{#if api}}
  DOCS_PUBLIC: z.stringbool().default(false),
  // {{/if}}
  // {{#if cache}}
  REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
  // {{/if}}
  // {{#if hardening}}
  ALLOWED_ORIGINS: originsContract,
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(10).default(0),
  LIMIT_WRITES: z.coerce.number().int().min(1).default(300),
  LIMIT_NOT_FOUND: z.coerce.number().int().min(1).default(100),
  // {{/if}}
  // {{#if auth}}
  AUTH_PRIVATE_KEY: z.string().optional(),
  LIMIT_REGISTRATIONS: z.coerce.number().int().min(1).default(20),
  LIMIT_LOGIN_FAILURES: z.coerce.number().int().min(1).default(10),
  // {{/if}}
});

export type Config = ReturnType<typeof readConfig>;

/** The environment of this process, completed by the file `.env` when there is one. */
export function loadConfig(): Config {
  if (existsSync('.env')) process.loadEnvFile();
  return readConfig(process.env);
}

/**
 * @param variables the process's environment; an empty variable counts as not set
 * @throws StartupError naming every variable that is wrong, never a value: it may be a secret
 */
export function readConfig(variables: Readonly<Record<string, string | undefined>>) {
  const given = Object.entries(variables).filter(([, value]) => value !== '');
  const { success, error, data } = environment.safeParse(Object.fromEntries(given));
  if (!success) {
    throw new StartupError(`The environment is wrong, see .env.example\n${z.prettifyError(error)}`);
  }
  const production = data.NODE_ENV === 'production';
  // {{#if hardening}}
  if (production) refusePlaceholders(data);
  // {{/if}}
  return {
    production,
    port: data.PORT,
    /** In production usually a container, which must be reachable from outside of itself. */
    host: data.HOST ?? (production ? '0.0.0.0' : '127.0.0.1'),
    logLevel: data.LOG_LEVEL,
    publicUrl: (data.PUBLIC_URL ?? `http://localhost:${data.PORT}`).replace(/\/+$/, ''),
    // {{#if database}}
    databaseUrl: data.DATABASE_URL,
    migrate: data.MIGRATE === 'on',
    // {{/if}}
    // {{#if postgres}}
    databaseFolder: data.DATABASE_FOLDER,
    // {{/if}}
    // {{#if api}}
    docs: data.DOCS_PUBLIC || !production,
    // {{/if}}
    // {{#if cache}}
    redisUrl: data.REDIS_URL,
    // {{/if}}
    // {{#if hardening}}
    allowedOrigins: data.ALLOWED_ORIGINS,
    trustedProxies: data.TRUSTED_PROXIES,
    /** What one address may do. */
    limits: {
      writes: { times: data.LIMIT_WRITES, seconds: 60 },
      notFound: { times: data.LIMIT_NOT_FOUND, seconds: 60 },
    },
    // {{/if}}
    // {{#if auth}}
    keys: { keys: data.AUTH_PRIVATE_KEY, file: production ? undefined : '.data/private-key.pem' },
    attempts: {
      /** By one address. */
      registrations: { times: data.LIMIT_REGISTRATIONS, seconds: 60 * 60 },
      /** To log in to one account. */
      failures: { times: data.LIMIT_LOGIN_FAILURES, seconds: 15 * 60 },
    },
    // {{/if}}
  };
}
