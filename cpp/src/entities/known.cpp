#include "known.h"

#include <algorithm>
#include <unordered_map>

namespace pullquote::entities {

namespace {

constexpr std::uint32_t kNone = Mention::kUnknown;

std::string text_of(const Article& article, TokenRange range) {
  std::string text(article.text.text->view({article.token(range.first).begin, article.token(range.last - 1).end}));
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
}

class Settler {
 public:
  Settler(const Article& article, std::span<const gazetteer::Match> known, Draft& draft)
      : article_(article), draft_(draft) {
    for (const auto& match : known) matches_.emplace(match.entry, &match);
  }

  void settle() {
    claim();
    gather();
    name();
    drop_empty();
  }

 private:
  // An entity is of the entry that has its first mention; another entry in it gets one of its own.
  void claim() {
    owner_.assign(draft_.entities.size(), kNone);
    for (const auto& mention : draft_.mentions) {
      if (mention.known == kNone || entity_of_.contains(mention.known)) continue;
      auto entity = mention.entity;
      if (owner_[entity] != kNone) {
        entity = static_cast<std::uint32_t>(draft_.entities.size());
        draft_.entities.emplace_back();
        draft_.genders.emplace_back();
        draft_.fullest.push_back(mention.tokens);
        owner_.push_back(kNone);
      }
      owner_[entity] = mention.known;
      entity_of_.emplace(mention.known, entity);
    }
  }

  // Mentions of an entry go to its entity, and take along what was linked to them and belongs to no entry.
  void gather() {
    std::vector<std::uint32_t> moves(draft_.entities.size(), kNone);
    for (const auto& mention : draft_.mentions) {
      if (mention.known != kNone && owner_[mention.entity] == kNone && moves[mention.entity] == kNone) {
        moves[mention.entity] = entity_of_.at(mention.known);
      }
    }
    for (auto& mention : draft_.mentions) {
      if (mention.known != kNone) {
        mention.entity = entity_of_.at(mention.known);
      } else if (moves[mention.entity] != kNone) {
        mention.entity = moves[mention.entity];
      }
      if (owner_[mention.entity] != kNone) mention.label = matches_.at(owner_[mention.entity])->label;
    }
  }

  // Names and aliases anew, from the mentions that there are now.
  void name() {
    std::vector<std::vector<std::string>> forms(draft_.entities.size());
    for (const auto& mention : draft_.mentions) {
      auto& own = forms[mention.entity];
      if (owner_[mention.entity] == kNone || mention.kind != MentionKind::kName) continue;
      auto& fullest = draft_.fullest[mention.entity];
      if (own.empty() || mention.tokens.size() > fullest.size()) fullest = mention.tokens;
      constexpr std::size_t kMostForms = 64;  // more are of no use, and to compare each with all would not be linear
      auto form = text_of(article_, mention.tokens);
      if (own.size() < kMostForms && std::find(own.begin(), own.end(), form) == own.end())
        own.push_back(std::move(form));
    }
    for (std::size_t e = 0; e < draft_.entities.size(); ++e) {
      if (owner_[e] == kNone) continue;
      const auto& match = *matches_.at(owner_[e]);
      auto& entity = draft_.entities[e];
      entity.label = match.label;
      entity.named = true;
      if (!match.id.empty()) entity.external_id = match.id;
      const auto longest = std::max_element(forms[e].begin(), forms[e].end(),
                                            [](const auto& a, const auto& b) { return a.size() < b.size(); });
      entity.name = match.name.empty() ? *longest : std::string(match.name);
      std::erase(forms[e], entity.name);
      entity.aliases = std::move(forms[e]);
      if (match.label != Label::kPerson) draft_.genders[e] = {};
    }
  }

  void drop_empty() {
    std::vector<bool> used(draft_.entities.size(), false);
    for (const auto& mention : draft_.mentions) used[mention.entity] = true;
    std::vector<std::uint32_t> number(draft_.entities.size(), 0);
    std::uint32_t next = 0;
    for (std::size_t e = 0; e < used.size(); ++e) {
      if (!used[e]) continue;
      number[e] = next;
      if (next != e) {
        draft_.entities[next] = std::move(draft_.entities[e]);
        draft_.genders[next] = draft_.genders[e];
        draft_.fullest[next] = draft_.fullest[e];
      }
      ++next;
    }
    draft_.entities.resize(next);
    draft_.genders.resize(next);
    draft_.fullest.resize(next);
    for (auto& mention : draft_.mentions) mention.entity = number[mention.entity];
  }

  const Article& article_;
  Draft& draft_;
  std::unordered_map<std::uint32_t, const gazetteer::Match*> matches_;
  std::unordered_map<std::uint32_t, std::uint32_t> entity_of_;  // by entry
  std::vector<std::uint32_t> owner_;                            // entry of an entity
};

}  // namespace

std::vector<Mention> with_known(const Article& article, std::vector<Mention> mentions,
                                std::span<const gazetteer::Match> known) {
  if (known.empty()) return mentions;
  std::vector<Mention> all;
  all.reserve(mentions.size() + known.size());
  auto next = known.begin();
  for (auto& mention : mentions) {
    while (next != known.end() && next->tokens.last <= mention.tokens.first) ++next;
    if (next == known.end() || !next->tokens.overlaps(mention.tokens)) all.push_back(mention);
  }
  for (const auto& match : known) {
    if (article.has(match.tokens.first, kSkipped)) continue;
    all.push_back({.tokens = match.tokens, .label = match.label, .confidence = 1, .known = match.entry});
  }
  std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.tokens.first < b.tokens.first; });
  return all;
}

void settle_known(const Article& article, std::span<const gazetteer::Match> known, Draft& draft) {
  if (!known.empty()) Settler(article, known, draft).settle();
}

}  // namespace pullquote::entities
