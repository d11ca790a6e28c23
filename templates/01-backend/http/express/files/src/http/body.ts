import express, { type RequestHandler } from 'express';
import { BODY_LIMIT } from './parse.ts';
import { problemOfStatus } from './problem.ts';

const parseJson = express.json({
  limit: BODY_LIMIT,
  inflate: false,
  // What shape it must have is for the contracts to say.
  strict: false,
  verify(_request, _response, bytes) {
    if (bytes.length === 0) throw problemOfStatus(400);
  },
});

/** Reads the body, which must be JSON; stands before the handler of each route that takes one. */
export const readBody: RequestHandler = (request, response, next) => {
  const { 'content-length': length, 'content-type': type } = request.headers;
  const isSent = type !== undefined || length !== '0';
  if (isSent && request.is('application/json') === false) throw problemOfStatus(415);
  parseJson(request, response, next);
};
