#include "mention_company.h"

namespace pullquote::entities {

using namespace features;

namespace {

constexpr std::uint64_t kPeople = kRole | kPerson | kKinship;

std::uint32_t bit(bool here, unsigned number) { return here ? 1u << number : 0; }

// What stands before a run concerns its first word, what stands behind it the last.
std::uint32_t before_run(const Article& article, std::uint32_t i) {
  const auto word = article.words.lower(i);
  const auto& words = article.words;
  return bit(words.is(i, kPlaceCue), 0) | bit(words.is(i, kHonorific), 1) | bit(words.is(i, kPeople), 2) |
         bit(word == "the", 3) | bit(word == "of", 4) | bit(word == "with" || word == "by", 5);
}

std::uint32_t behind_run(const Article& article, std::uint32_t i) {
  const auto word = article.words.lower(i);
  const auto& words = article.words;
  return bit(words.is(i, kSpeechVerb | kPersonVerb), 6) | bit(words.is(i, kOrgHead | kWeakHead), 7) |
         bit(article.is_possessive(i), 8) | bit(word == "who" || word == "whose", 9) |
         bit(words.is(i, kRole | kPerson | kRoleModifier), 10) | bit(word == ",", 11);
}

std::uint32_t inside_run(const Article& article, TokenRange run, std::uint32_t i) {
  const auto& words = article.words;
  std::uint32_t bits = 0;
  if (i > run.first) {
    bits |= bit((words.names(i - 1) & (kMaleFirstName | kFemaleFirstName)) != 0, 12);
    bits |= bit(words.is(i - 1, kHonorific | kRole), 13);
  }
  const auto last = run.last - 1;
  if (i < last) {
    bits |= bit(words.is(last, kOrgHead | kOrgSuffix), 14) | bit(words.is(last, kPlaceHead | kFacilityHead), 15);
    bits |= bit((words.names(last) & kSurname) != 0, 16);
  }
  return bits;
}

}  // namespace

HashMap find_company(const Article& article, std::span<const TokenRange> runs) {
  HashMap company(runs.size());
  for (const auto& run : runs) {
    const auto sentence = article.text.sentences[article.sentence_of(run.first)].tokens;
    const auto before = run.first > sentence.first ? before_run(article, run.first - 1) : 0;
    const auto behind = run.last < sentence.last ? behind_run(article, run.last) : 0;
    for (auto i = run.first; i < run.last; ++i) {
      company[article.hash(i)] |=
          (i == run.first ? before : 0) | (i + 1 == run.last ? behind : 0) | inside_run(article, run, i);
    }
  }
  return company;
}

}  // namespace pullquote::entities
