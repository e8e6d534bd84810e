#include <algorithm>
#include <string_view>

#include "model/flag_table.h"
#include "people.h"

// Bodies spoken of by their head: "the State Department … the department", "Acme Holdings … the company".
//
// A body's name leaves behind its heads ("department"; "ministry" of "Ministry of Health"), and a definite noun phrase
// with that head is the body last mentioned that has it, if nothing in the phrase says otherwise ("the defence
// ministry" is not the Ministry of Health). A name without such a head may be a company.

namespace pullquote::entities {

using namespace features;

namespace {

constexpr std::uint32_t kCompanyFarthest = 3;  // sentences
constexpr float kConfidence = 0.6F;

bool is_any(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool means_company(std::string_view noun) {
  return is_any(noun, {"company", "firm", "corporation", "business", "group", "airline", "retailer", "carmaker"});
}

class BodyFinder {
 public:
  BodyFinder(const Article& article, Draft& draft, std::span<const Phrase> phrases)
      : a_(article), w_(article.words), draft_(draft), phrases_(phrases) {}

  void find() {
    const auto names = static_cast<std::size_t>(std::count_if(
        draft_.mentions.begin(), draft_.mentions.end(), [](const auto& m) { return m.kind == MentionKind::kName; }));
    std::size_t next = 0;
    for (const auto& phrase : phrases_) {
      for (; next < names && draft_.mentions[next].tokens.first < phrase.head; ++next) meet(draft_.mentions[next]);
      if (phrase.label != Label::kOrg || phrase.plural || phrase.predicate) continue;
      if (phrase.determiner != Determiner::kDefinite) continue;
      const auto entity = body(phrase);
      if (entity == kNoEntity) continue;
      draft_.mentions.push_back({.tokens = {phrase.tokens.first, phrase.head + 1},
                                 .kind = MentionKind::kNominal,
                                 .label = draft_.entities[entity].label,
                                 .confidence = kConfidence,
                                 .entity = entity});
    }
  }

 private:
  void meet(const Mention& mention) {
    if (mention.label != Label::kOrg) return;
    if (draft_.entities[mention.entity].label != Label::kOrg) return;
    const auto form = draft_.fullest[mention.entity];
    bool headed = false;
    for (auto i = form.first; i < form.last; ++i) {
      const bool end = i + 1 == form.last || w_.lower(i + 1) == "of" || w_.lower(i + 1) == "for";
      if (!end || !w_.is(i, kOrgHead)) continue;
      last_[model::hash64(w_.lower(i))] = mention.entity + 1;
      headed = headed || !w_.is(i, kWeakHead | kOrgSuffix);
      break;
    }
    if (!headed) {
      company_ = mention.entity;
      company_sentence_ = a_.sentence_of(mention.tokens.first);
    }
  }

  [[nodiscard]] std::uint32_t body(const Phrase& phrase) const {
    const auto noun = w_.lower(phrase.head);
    if (const auto found = last_.find(model::hash64(noun)); found != 0 && fits(phrase, found - 1)) return found - 1;
    const bool bare = phrase.head == phrase.tokens.first + 1;
    if (bare && means_company(noun) && company_ != kNoEntity &&
        a_.sentence_of(phrase.head) - company_sentence_ <= kCompanyFarthest) {
      return company_;
    }
    return kNoEntity;
  }

  // All that stands before the noun is in the body's name too.
  [[nodiscard]] bool fits(const Phrase& phrase, std::uint32_t entity) const {
    if (phrase.tokens.last > phrase.head + 1) return false;  // "the ministry of the interior"
    const auto form = draft_.fullest[entity];
    for (auto i = phrase.tokens.first + 1; i < phrase.head; ++i) {
      bool same = false;
      for (auto j = form.first; j < form.last; ++j) same = same || w_.lower(i) == w_.lower(j);
      if (!same) return false;
    }
    return true;
  }

  const Article& a_;
  const Words& w_;
  Draft& draft_;
  std::span<const Phrase> phrases_;
  HashMap last_;  // hash of a head -> entity + 1
  std::uint32_t company_ = kNoEntity;
  std::uint32_t company_sentence_ = 0;
};

}  // namespace

void find_bodies(const Article& article, Draft& draft, std::span<const Phrase> phrases) {
  BodyFinder(article, draft, phrases).find();
}

}  // namespace pullquote::entities
