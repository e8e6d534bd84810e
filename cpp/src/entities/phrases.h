#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "article.h"
#include "entities/entities.h"
#include "grammar.h"
#include "linking.h"

namespace pullquote::entities {

enum class Determiner : std::uint8_t {
  kNone,        // "officials", "patient-advocate"
  kDefinite,    // "the", "this", "that"
  kIndefinite,  // "a", "another"
  kPossessive,  // "his", "the bank's"
  kQuantifier,  // "every", "no", "some"
};

/// A noun phrase about people or a body that is not a name: "the woman", "his brother", "the ministry", "13 officials".
struct Phrase {
  TokenRange tokens;  // from the determiner to the head, and "of" with what follows
  std::uint32_t head = 0;
  Label label = Label::kPerson;  // or kOrg
  Determiner determiner = Determiner::kNone;
  bool plural = false;
  bool predicate = false;  // says what somebody is: "she is a nurse"
  Gender gender = Gender::kUnknown;
  std::uint32_t owner = 0xffffffff;  // token of "his" or of the last word before "'s"
};

/// In order of their heads. Looks a bounded number of tokens around each head.
[[nodiscard]] std::vector<Phrase> find_phrases(const Article& article, const Grammar& grammar,
                                               std::span<const Mention> names);

}  // namespace pullquote::entities
