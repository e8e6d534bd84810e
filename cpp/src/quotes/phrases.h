#pragma once

#include <cstdint>
#include <optional>

#include "article.h"

// Noun phrases and adjuncts around a cue, found without a parser: by names, closed-class words and punctuation. Each
// looks at a bounded number of tokens.

namespace pullquote::quotes {

/// The noun phrase that ends right before `end` and starts at `from` or later, with its apposition or relative clause.
[[nodiscard]] std::optional<TokenRange> subject_before(const Article& article, std::uint32_t end, std::uint32_t from);

/// The noun phrase that starts at `begin` and ends at `to` or before, with its appositions.
[[nodiscard]] std::optional<TokenRange> subject_after(const Article& article, std::uint32_t begin, std::uint32_t to);

/// The first noun phrase of a sentence, after what may open it ("However,", "In a letter,"): whom the participles and
/// the later verbs of the sentence speak of.
[[nodiscard]] std::optional<TokenRange> subject_of_sentence(const Article& article, TokenRange sentence);

/// The end of the adjuncts of time, place and medium that start at `begin`: "on Thursday", "in a statement".
[[nodiscard]] std::uint32_t skip_adjuncts(const Article& article, std::uint32_t begin, std::uint32_t to);

/// The end of the person spoken to that starts at `begin`: "told | reporters in Lima | that".
[[nodiscard]] std::uint32_t skip_addressee(const Article& article, std::uint32_t begin, std::uint32_t to);

}  // namespace pullquote::quotes
