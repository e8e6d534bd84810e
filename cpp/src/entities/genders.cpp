#include <algorithm>
#include <array>
#include <vector>

#include "people.h"

// The gender of people whose names do not tell it.
//
// A pronoun that only one named person nearby can be meant by speaks for that person's gender, and so for all pronouns
// of the article: "Khalif criticised Clinton. He …" tells that a later "she" next to both is Clinton.

namespace pullquote::entities {

using namespace features;

namespace {

constexpr std::size_t kMostNearby = 6;

struct Votes {
  std::uint32_t male = 0;
  std::uint32_t female = 0;
};

class GenderGuesser {
 public:
  GenderGuesser(const Article& article, const Grammar& grammar, Draft& draft, std::span<const Phrase> phrases)
      : a_(article), w_(article.words), g_(grammar), draft_(draft), phrases_(phrases), votes_(draft.entities.size()) {}

  void guess() {
    std::size_t next = 0;
    std::vector<Person> before;
    std::vector<Person> here;
    for (const auto& sentence : a_.text.sentences) {
      std::swap(before, here);
      here.clear();
      for (auto i = sentence.tokens.first; i < sentence.tokens.last; ++i) {
        while (next < draft_.mentions.size() && draft_.mentions[next].tokens.first < i) ++next;
        if (next < draft_.mentions.size() && draft_.mentions[next].tokens.first == i) {
          const auto& mention = draft_.mentions[next];
          if (mention.label == Label::kPerson) add(here, mention);
          i = mention.tokens.last - 1;
        } else if (w_.is(i, kPronoun) && a_.is_word(i)) {
          const auto gender = gender_of(w_.classes(i));
          // "He" at the start of a sentence is seldom somebody without a name whom the sentence before mentions, too.
          if (i == sentence.tokens.first || !nameless(sentence.tokens, i, gender)) vote(gender, before, here);
        }
      }
    }
    for (std::uint32_t e = 0; e < votes_.size(); ++e) {
      auto& known = draft_.genders[e];
      const auto [male, female] = votes_[e];
      if (known.trust != Trust::kNone || male == female) continue;
      known = {male > female ? Gender::kMale : Gender::kFemale, Trust::kGuess};
    }
  }

 private:
  struct Person {
    std::uint32_t entity;
    bool free;  // not only in "Costa's car", "Costa supporters"
  };

  void add(std::vector<Person>& people, const Mention& mention) const {
    const auto place = g_.place(mention.tokens);
    const bool free = place != Place::kPossessor && place != Place::kModifier;
    for (auto& person : people) {
      if (person.entity != mention.entity) continue;
      person.free = person.free || free;
      return;
    }
    if (people.size() < kMostNearby) people.push_back({mention.entity, free});
  }

  // That a description of somebody stands before the pronoun in its sentence, who may be meant by it.
  bool nameless(TokenRange sentence, std::uint32_t pronoun, Gender gender) {
    while (next_phrase_ < phrases_.size() && phrases_[next_phrase_].head < sentence.first) ++next_phrase_;
    for (auto p = next_phrase_; p < phrases_.size() && phrases_[p].head < pronoun; ++p) {
      const auto& phrase = phrases_[p];
      const bool fits = phrase.gender == Gender::kUnknown || phrase.gender == gender;
      if (phrase.label == Label::kPerson && !phrase.plural && fits) return true;
    }
    return false;
  }

  void vote(Gender gender, const std::vector<Person>& before, const std::vector<Person>& here) {
    Person only{kNoEntity, false};
    for (const auto* people : {&before, &here}) {
      for (const auto& person : *people) {
        const auto known = draft_.genders[person.entity].gender;
        if (known != Gender::kUnknown && known != gender) continue;
        if (only.entity != kNoEntity && only.entity != person.entity) return;
        only = {person.entity, only.free || person.free};
      }
    }
    if (only.free) ++(gender == Gender::kMale ? votes_[only.entity].male : votes_[only.entity].female);
  }

  const Article& a_;
  const Words& w_;
  const Grammar& g_;
  Draft& draft_;
  std::span<const Phrase> phrases_;
  std::size_t next_phrase_ = 0;
  std::vector<Votes> votes_;  // of each entity
};

}  // namespace

void guess_genders(const Article& article, const Grammar& grammar, Draft& draft, std::span<const Phrase> phrases) {
  GenderGuesser(article, grammar, draft, phrases).guess();
}

}  // namespace pullquote::entities
