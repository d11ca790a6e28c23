import express from 'express';

// Nothing but its own router and its own redirect.
const app = express();
app.get('/:code', (_request, response) => response.redirect(302, 'https://example.com/target'));
app.listen(Number(process.env.PORT), '127.0.0.1');
