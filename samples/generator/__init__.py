"""Makes the made-up Harbour City. Everything in here is invented."""
