// Rendered by another job into rendered/.
{ host: 'orders', timeout: '10s' }
