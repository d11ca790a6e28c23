import { serve } from '@hono/node-server';
import { Hono } from 'hono';

// Nothing but its own router and its own redirect.
const app = new Hono();
app.get('/:code', (c) => c.redirect('https://example.com/target', 302));
serve({ fetch: app.fetch, port: Number(process.env.PORT), hostname: '127.0.0.1' });
