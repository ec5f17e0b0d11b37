"""All readings and records become one frozen `Site`."""
