#include "linking.h"

#include <algorithm>
#include <array>
#include <string>

#include "grammar.h"
#include "known.h"
#include "model/flag_table.h"
#include "people.h"
#include "person_names.h"
#include "phrases.h"
#include "thing_names.h"
#include "whole_names.h"

// Which mentions are one entity, and what it is called. Names are compared as distinct strings first, whatever their
// order in the text; see thing_names.cpp and person_names.cpp for what makes two of them one.

namespace pullquote::entities {

using namespace features;

namespace {

constexpr std::size_t kLongestForm = 1000;  // bytes that count

// One way in which the article writes an entity's name.
struct Form {
  TokenRange tokens;
  Label label;
  std::string_view text;
  std::uint32_t mentions = 0;
};

class Namer {
 public:
  Namer(const Article& article, std::vector<Mention> mentions, const std::vector<KnownGender>& genders)
      : a_(article), w_(article.words), mentions_(std::move(mentions)), genders_(genders) {}

  Draft name() {
    Draft draft;
    std::vector<std::uint32_t> entity_of(genders_.size(), kNoEntity);
    HashMap forms(mentions_.size());
    std::vector<std::vector<Form>> aliases;
    for (auto& mention : mentions_) {
      auto& entity = entity_of[mention.entity];
      if (entity == kNoEntity) {
        entity = static_cast<std::uint32_t>(draft.entities.size());
        draft.entities.push_back({.label = mention.label});
        draft.genders.push_back(genders_[mention.entity]);
        aliases.emplace_back();
      }
      mention.entity = entity;
      const auto text =
          a_.text.text->view({a_.token(mention.tokens.first).begin, a_.token(mention.tokens.last - 1).end});
      auto& known = forms[salted(model::hash64(text), entity + 1)];
      if (known == 0) {
        aliases[entity].push_back({mention.tokens, mention.label, text});
        known = static_cast<std::uint32_t>(aliases[entity].size());
      }
      ++aliases[entity][known - 1].mentions;
    }
    for (std::size_t e = 0; e < draft.entities.size(); ++e) {
      draft.fullest.push_back(name_entity(draft.entities[e], aliases[e]));
    }
    draft.mentions = std::move(mentions_);
    return draft;
  }

  TokenRange name_entity(Entity& entity, const std::vector<Form>& forms) const {
    const Form* best = &forms.front();
    for (const auto& form : forms) {
      if (rank(form) > rank(*best)) best = &form;
    }
    // "U.S. State Department" where the article says "State Department", too
    if (const auto* plain = without_country(*best, forms)) best = plain;
    entity.name = one_line(best->text);
    entity.label = usual_label(forms);
    for (const auto& form : forms) {
      auto alias = one_line(form.text);
      if (alias != entity.name) entity.aliases.push_back(std::move(alias));
    }
    return best->tokens;
  }

  // The label of most mentions, the first of equals.
  [[nodiscard]] static Label usual_label(const std::vector<Form>& forms) {
    std::array<std::uint32_t, kLabelNames.size()> counts{};
    for (const auto& form : forms) counts[static_cast<std::size_t>(form.label)] += form.mentions;
    return static_cast<Label>(std::max_element(counts.begin(), counts.end()) - counts.begin());
  }

  [[nodiscard]] const Form* without_country(const Form& full, const std::vector<Form>& forms) const {
    if (full.label != Label::kOrg || full.tokens.size() < 3 || (w_.names(full.tokens.first) & kCountry) == 0) {
      return nullptr;
    }
    const auto rest = w_.lower({full.tokens.first + 1, full.tokens.last});
    const auto found =
        std::find_if(forms.begin(), forms.end(), [&](const Form& form) { return w_.lower(form.tokens) == rest; });
    return found == forms.end() ? nullptr : &*found;
  }

  // The fullest proper form: what a country is usually called, then words, then letters; capitals throughout come last.
  [[nodiscard]] std::size_t rank(const Form& form) const {
    const auto lower = w_.lower(form.tokens);
    const bool shouted = a_.token(form.tokens.first).all_upper || a_.has(form.tokens.first, kTitleCase);
    std::size_t rank = std::min(form.text.size(), kLongestForm);
    if (form.tokens.size() > 1) rank += kLongestForm * std::min<std::size_t>(form.tokens.size(), 100);
    if (form.label == Label::kNorp) rank = 200 * kLongestForm - rank;  // "Peruvian" rather than "Peruvians"
    if (!shouted) rank += kLongestForm / 2;
    if (form.label == Label::kLoc && (w_.lexicon().find(lower) & kCountry) != 0 && usual_country(lower) == lower &&
        lower.size() > 3) {
      rank += 1000 * kLongestForm;
    }
    return rank;
  }

  const Article& a_;
  const Words& w_;
  std::vector<Mention> mentions_;
  const std::vector<KnownGender>& genders_;  // by the number of a name
};

}  // namespace

Gender gender_of(std::uint64_t classes) {
  if ((classes & kMale) != 0) return Gender::kMale;
  if ((classes & kFemale) != 0) return Gender::kFemale;
  return Gender::kUnknown;
}

std::string one_line(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\n' || c == '\t';
    if (space && !out.empty() && out.back() == ' ') continue;
    out.push_back(space ? ' ' : c);
  }
  return out;
}

Draft link(const Article& article, const Nicknames& nicknames, std::vector<Mention> mentions) {
  // Names are compared and given whole; each mention keeps its own tokens.
  auto whole = whole_names(article, mentions);
  for (std::size_t m = 0; m < mentions.size(); ++m) std::swap(mentions[m].tokens, whole[m]);
  NameTable names(article, mentions);
  link_things(article, mentions, names);
  const auto genders = link_people(article, nicknames, mentions, names);
  for (auto& mention : mentions) mention.entity = names.root(mention.entity);
  auto draft = Namer(article, std::move(mentions), genders).name();
  for (std::size_t m = 0; m < whole.size(); ++m) draft.mentions[m].tokens = whole[m];
  return draft;
}

Linked relate(const Article& article, const syntax::Parse& parse, const Nicknames& nicknames,
              std::vector<Mention> mentions, std::span<const gazetteer::Match> known) {
  auto draft = link(article, nicknames, std::move(mentions));
  settle_known(article, known, draft);
  const Grammar grammar(article, parse);
  find_roles(article, grammar, draft);
  const auto phrases = find_phrases(article, grammar, draft.mentions);
  guess_genders(article, grammar, draft, phrases);
  find_people(article, grammar, draft, phrases);
  find_bodies(article, draft, phrases);
  Linked linked{std::move(draft.mentions), std::move(draft.entities)};
  put_in_order(linked);
  return linked;
}

}  // namespace pullquote::entities
