"""Rules that decide a role by themselves, one idea a module.

`in_order` asks them one after the other, for one mention at a time; the first `Ruling` holds. A
rule gets the parse, where the mention stands in it and what is known of its place, and says either
nothing or a role, the words for the receipt, and whether it is sure. One that is not is a hint to
the learned model.
"""
