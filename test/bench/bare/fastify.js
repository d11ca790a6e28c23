import Fastify from 'fastify';

// Nothing but its own router and its own redirect.
const app = Fastify();
app.get('/:code', async (_request, reply) => reply.redirect('https://example.com/target', 302));
await app.listen({ port: Number(process.env.PORT), host: '127.0.0.1' });
