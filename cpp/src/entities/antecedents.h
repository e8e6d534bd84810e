#pragma once

#include <cstdint>

#include "article.h"
#include "grammar.h"
#include "linking.h"
#include "phrases.h"

namespace pullquote::entities {

/// Where a mention stands.
struct Position {
  TokenRange tokens;
  std::uint32_t sentence = 0;
  std::uint32_t section = 0;
  std::uint32_t clause = 0;  // its predicate, a token
  std::uint32_t quote = 0;   // number of the quotation that it stands in; 0: none
  Place place = Place::kObject;
};

/// Somebody whom a pronoun may mean, with what matters of the last mention.
struct Antecedent {
  std::uint32_t entity = kNoEntity;
  KnownGender gender;
  bool named = false;
  bool ahead = false;         // a name that is still to come: "In her speech, Ana Reyes said"
  bool line_label = false;    // the name of the speaker at the start of a line of a transcript
  bool last_speaker = false;  // nobody spoke since
  bool spoke = false;         // the subject of a verb of speech
  MentionKind kind = MentionKind::kName;
  Determiner determiner = Determiner::kNone;
  Position last;
  std::uint32_t mentions = 0;
  std::uint64_t noun = 0;           // hash of the head of somebody without a name
  std::uint32_t owner = kNoEntity;  // of "his brother"
};

enum class Form : std::uint8_t { kSubject, kObject, kPossessive, kReflexive };

struct Pronoun {
  Position at;
  Gender gender = Gender::kUnknown;
  Form form = Form::kSubject;
  bool speaks = false;                     // "he added", outside of quotations
  std::uint32_t subject = Grammar::kNone;  // of its clause
};

/// Points for an antecedent; below 0 it is better to leave the pronoun alone.
[[nodiscard]] float plausibility(const Pronoun& pronoun, const Antecedent& antecedent);

}  // namespace pullquote::entities
