#include "known_verbs.h"

#include <array>
#include <utility>

#include "base_forms.h"
#include "tokens/tokens.h"

namespace pullquote {

namespace {

// The word as the stages see it in an article, or nothing where it is none or several.
std::string one_word(std::string_view lemma) {
  const text::Text text(lemma);
  const auto tokens = tokens::analyse(text);
  if (tokens.tokens.size() != 1 || tokens.tokens[0].kind != tokens::TokenKind::kWord) return {};
  const features::Words words(tokens, features::Lexicon());
  return std::string(words.lower(0));
}

}  // namespace

Verbs::Verbs(std::span<const Verb> verbs) {
  if (verbs.empty()) return;
  std::map<std::string, Manner, std::less<>> manners;
  for (const auto& verb : verbs) {
    auto lemma = one_word(verb.lemma);
    if (lemma.empty()) {
      throw Error(ErrorCode::kInvalidName, "a verb must be one word, found \"" + verb.lemma + "\"", "verbs",
                  "give its base form, such as \"kvetch\"");
    }
    manners.emplace(std::move(lemma), verb.manner);
  }
  manners_ = std::make_shared<const decltype(manners)>(std::move(manners));
}

std::optional<Manner> Verbs::find(std::string_view lemma) const {
  if (empty()) return std::nullopt;
  const auto found = manners_->find(lemma);
  return found == manners_->end() ? std::nullopt : std::optional(found->second);
}

namespace quotes {

namespace {

struct Forms {
  std::string_view base, third, past, ing;
};

// The verb that a manner is most often put in, of those that take a quotation.
constexpr std::array<Forms, kMannerNames.size()> kUsual = {{
    {"say", "says", "said", "saying"},
    {"ask", "asks", "asked", "asking"},
    {"reply", "replies", "replied", "replying"},
    {"write", "writes", "wrote", "writing"},
    {"announce", "announces", "announced", "announcing"},
    {"explain", "explains", "explained", "explaining"},
    {"argue", "argues", "argued", "arguing"},
    {"claim", "claims", "claimed", "claiming"},
    {"suggest", "suggests", "suggested", "suggesting"},
    {"conclude", "concludes", "concluded", "concluding"},
    {"agree", "agrees", "agreed", "agreeing"},
    {"admit", "admits", "admitted", "admitting"},
    {"deny", "denies", "denied", "denying"},
    {"promise", "promises", "promised", "promising"},
    {"warn", "warns", "warned", "warning"},
    {"predict", "predicts", "predicted", "predicting"},
    {"urge", "urges", "urged", "urging"},
    {"complain", "complains", "complained", "complaining"},
    {"say", "says", "said", "saying"},
    {"think", "thinks", "thought", "thinking"},
    {"exclaim", "exclaims", "exclaimed", "exclaiming"},
}};

std::string_view form_of(std::string_view word, std::string_view base, bool past, const Forms& forms) {
  if (word.ends_with("ing") && word != base) return forms.ing;
  if (word.ends_with('s') && word != base) return forms.third;
  return word == base && !past ? forms.base : forms.past;
}

}  // namespace

StandIns stand_ins(const features::Words& words, const syntax::Parse& parse, const Verbs& verbs) {
  StandIns out;
  if (verbs.empty()) return out;
  out.resize(words.size());
  for (std::uint32_t i = 0; i < words.size(); ++i) {
    const auto word = words.lower(i);
    any_base_form(word, [&](std::string_view base) {
      const auto manner = verbs.find(base);
      if (!manner) return false;
      const bool past = i < parse.size() &&
                        (parse.tags[i] == syntax::Tag::kVerbPast || parse.tags[i] == syntax::Tag::kVerbParticiple);
      out[i] = form_of(word, base, past, kUsual[static_cast<std::size_t>(*manner)]);
      return true;
    });
  }
  return out;
}

}  // namespace quotes

}  // namespace pullquote
