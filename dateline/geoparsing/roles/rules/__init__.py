"""Rules that decide a role by themselves, one idea a module; `in_order` asks them."""
