"""The five tests of a promise as pure functions: what is known goes in, a state with a sentence comes out."""
