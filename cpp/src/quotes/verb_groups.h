#pragma once

#include <cstdint>

#include "article.h"
#include "pullquote/document.h"

// The verb of a cue with what makes one verb of them, found without a parser, and what it makes of the content.

namespace pullquote::quotes {

/// The words that make one verb with a cue: "has also said", "declined to say".
struct VerbGroup {
  TokenRange tokens;        // its tails included: "pointed out"
  bool participle = false;  // "saying", without an auxiliary
  bool passive = false;     // "was told"
  bool infinitive = false;  // "to say", with nothing before that tells who
  bool negated = false;
  bool hypothetical = false;
};

/// The verb group whose head is the word at `head`; looks no further left than `from`.
[[nodiscard]] VerbGroup verb_group(const Article& article, std::uint32_t head, std::uint32_t from);

/// What becomes of a content under a verb group: "did not say" and "would say" assert nothing, nor does a cue that
/// denies.
[[nodiscard]] Polarity polarity_of(const VerbGroup& group, bool denies = false);

/// The first finite verb of a noun phrase that is more than one, outside of quotations and of relative clauses; the
/// phrase's end where there is none.
[[nodiscard]] std::uint32_t first_verb(const Article& article, TokenRange phrase);

}  // namespace pullquote::quotes
