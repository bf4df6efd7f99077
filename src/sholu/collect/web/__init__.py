"""What servers send, one module a kind: feeds, sitemaps, lists of feeds, pages."""
