#pragma once

#include <cstdint>
#include <string_view>

#include "model/flag_table.h"

// What a word or a name is known to be, from the lists that the model was built with. Keys are lower-cased, words
// separated by one space; a possessive clitic and a leading "the" are not part of a key.

namespace pullquote::features {

enum NameClass : std::uint32_t {
  kMaleFirstName = 1u << 0,
  kFemaleFirstName = 1u << 1,
  kSurname = 1u << 2,
  kCountry = 1u << 3,  // also "u.s.", "uk", "russian federation"
  kDemonym = 1u << 4,  // "venezuelan", "french"; also plural where it differs
  kCapital = 1u << 5,
  kCity = 1u << 6,
  kRegion = 1u << 7,        // states, provinces, continents
  kOrganisation = 1u << 8,  // companies, parties, international bodies, newspapers, agencies
  kGivenAsWord = 1u << 9,   // a name above that is also a common English word ("will", "mark", "reading")
  kCommonWord = 1u << 10,   // seen in lower case far more often than capitalised in English text
};

class Lexicon {
 public:
  Lexicon() = default;
  explicit Lexicon(model::FlagTable table) : table_(table) {}
  /// NameClass bits of a lower-cased word or phrase.
  [[nodiscard]] std::uint32_t find(std::string_view lower) const { return table_.find(lower); }
  /// True where some longer phrase starts with these words; ends the search for multi-word names early.
  static constexpr std::uint32_t kPrefix = 1u << 31;

 private:
  model::FlagTable table_;
};

}  // namespace pullquote::features
