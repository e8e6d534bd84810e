#include "known_phrase.h"

#include <algorithm>

namespace pullquote::entities {

using namespace features;

namespace {

constexpr std::uint32_t kPlaces = kCountry | kCapital | kCity | kRegion;
constexpr std::uint32_t kFirstName = kMaleFirstName | kFemaleFirstName;
constexpr std::uint32_t kLongestPhrase = 7;  // words of a lexicon entry

}  // namespace

KnownPhrase longest_phrase(const Article& article, TokenRange range) {
  KnownPhrase best;
  const auto limit = std::min(range.size(), kLongestPhrase);
  for (std::uint32_t size = 1; size <= limit; ++size) {
    const auto flags = size == 1 ? article.words.names(range.first)
                                 : article.words.lexicon().find(article.words.lower({range.first, range.first + size}));
    const auto names =
        flags & (kPlaces | kDemonym | kOrganisation | kFirstName | kSurname | kGivenAsWord | kCommonWord);
    const bool ends_well = size == 1 || article.token(range.first + size - 1).upper;
    if ((names & (kPlaces | kDemonym | kOrganisation)) != 0 && ends_well) best = {size, names};
    if ((flags & Lexicon::kPrefix) == 0) break;
  }
  return best;
}

}  // namespace pullquote::entities
