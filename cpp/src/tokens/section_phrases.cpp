#include "section_phrases.h"

#include <array>

#include "word_set.h"

namespace pullquote::tokens {
namespace {

struct Phrase {
  std::string_view words;  // lower case; ' stands for any apostrophe
  PhraseUse use;
};

constexpr std::array kPhrases = std::to_array<Phrase>({
    // Links to other articles
    {"more news", PhraseUse::kLabel},
    {"more stories", PhraseUse::kLabel},
    {"more on this story", PhraseUse::kWhole},
    {"more on this", PhraseUse::kLabel},
    {"more from", PhraseUse::kLabel},
    {"more", PhraseUse::kLabel},
    {"more >>", PhraseUse::kWhole},
    {"also read", PhraseUse::kLinkLabel},
    {"read also", PhraseUse::kLinkLabel},
    {"also see", PhraseUse::kLinkLabel},
    {"see also", PhraseUse::kLinkLabel},
    {"also on", PhraseUse::kLabel},
    {"also watch", PhraseUse::kLabel},
    {"watch also", PhraseUse::kLabel},
    {"read more", PhraseUse::kLinkLabel},
    {"read next", PhraseUse::kLinkLabel},
    {"up next", PhraseUse::kLabel},
    {"read", PhraseUse::kLabel},
    {"read full story", PhraseUse::kOpening},
    {"read the full story", PhraseUse::kOpening},
    {"read the full article", PhraseUse::kOpening},
    {"read the original article", PhraseUse::kOpening},
    {"read the whole story", PhraseUse::kOpening},
    {"read the rest", PhraseUse::kOpening},
    {"read it here", PhraseUse::kOpening},
    {"see more", PhraseUse::kLabel},
    {"watch", PhraseUse::kLabel},
    {"watch live", PhraseUse::kLabel},
    {"watch now", PhraseUse::kLabel},
    {"watch more", PhraseUse::kLabel},
    {"watch below", PhraseUse::kWhole},
    {"watch above", PhraseUse::kWhole},
    {"watch the video", PhraseUse::kLabel},
    {"watch the video below", PhraseUse::kOpening},
    {"watch the video above", PhraseUse::kOpening},
    {"listen", PhraseUse::kLabel},
    {"look", PhraseUse::kLabel},
    {"related", PhraseUse::kLabel},
    {"related news", PhraseUse::kLabel},
    {"related story", PhraseUse::kLabel},
    {"related stories", PhraseUse::kLabel},
    {"related article", PhraseUse::kLabel},
    {"related articles", PhraseUse::kLabel},
    {"related content", PhraseUse::kLabel},
    {"related coverage", PhraseUse::kLabel},
    {"related links", PhraseUse::kLabel},
    {"related topics", PhraseUse::kLabel},
    {"related video", PhraseUse::kLabel},
    {"related posts", PhraseUse::kLabel},
    {"recommended", PhraseUse::kLabel},
    {"recommended for you", PhraseUse::kWhole},
    {"recommended stories", PhraseUse::kLabel},
    {"recommended reading", PhraseUse::kLabel},
    {"you may also like", PhraseUse::kLabel},
    {"you might also like", PhraseUse::kLabel},
    {"you may also be interested in", PhraseUse::kLabel},
    {"in case you missed it", PhraseUse::kLabel},
    {"don't miss", PhraseUse::kLabel},
    {"must read", PhraseUse::kLabel},
    {"must reads", PhraseUse::kWhole},
    {"trending", PhraseUse::kLabel},
    {"trending now", PhraseUse::kLabel},
    {"most read", PhraseUse::kLabel},
    {"most viewed", PhraseUse::kLabel},
    {"most popular", PhraseUse::kLabel},
    {"top stories", PhraseUse::kLabel},
    {"top news", PhraseUse::kWhole},
    {"latest news", PhraseUse::kLabel},
    {"latest stories", PhraseUse::kWhole},
    {"editor's picks", PhraseUse::kLabel},
    {"editors' picks", PhraseUse::kLabel},
    {"previous article", PhraseUse::kLabel},
    {"next article", PhraseUse::kLabel},
    {"previous story", PhraseUse::kLabel},
    {"next story", PhraseUse::kLabel},
    {"view all", PhraseUse::kWhole},
    {"view gallery", PhraseUse::kWhole},
    {"view photos", PhraseUse::kWhole},
    {"photo gallery", PhraseUse::kWhole},
    {"before you go", PhraseUse::kWhole},
    {"subscriber only stories", PhraseUse::kLinkLabel},
    {"for more from", PhraseUse::kOpening},
    {"for more stories", PhraseUse::kOpening},
    {"for more news", PhraseUse::kOpening},
    {"for all the latest", PhraseUse::kOpening},
    // Sharing and following
    {"share", PhraseUse::kWhole},
    {"share on", PhraseUse::kWhole},
    {"share on facebook", PhraseUse::kOpening},
    {"share on twitter", PhraseUse::kOpening},
    {"share on whatsapp", PhraseUse::kOpening},
    {"share via", PhraseUse::kOpening},
    {"share this", PhraseUse::kLabel},
    {"share this article", PhraseUse::kOpening},
    {"share this story", PhraseUse::kOpening},
    {"share this post", PhraseUse::kOpening},
    {"share this page", PhraseUse::kOpening},
    {"share this with", PhraseUse::kOpening},
    {"share with", PhraseUse::kLabel},
    {"share your thoughts", PhraseUse::kOpening},
    {"tweet", PhraseUse::kWhole},
    {"tweet this", PhraseUse::kWhole},
    {"retweet", PhraseUse::kWhole},
    {"pin it", PhraseUse::kWhole},
    {"email", PhraseUse::kLabel},
    {"email this", PhraseUse::kLabel},
    {"email this article", PhraseUse::kWhole},
    {"e-mail", PhraseUse::kLabel},
    {"print", PhraseUse::kWhole},
    {"print this article", PhraseUse::kWhole},
    {"facebook", PhraseUse::kWhole},
    {"twitter", PhraseUse::kLabel},
    {"whatsapp", PhraseUse::kWhole},
    {"linkedin", PhraseUse::kWhole},
    {"telegram", PhraseUse::kWhole},
    {"copy link", PhraseUse::kWhole},
    {"follow us", PhraseUse::kLabel},
    {"follow", PhraseUse::kFollow},
    {"on twitter follow", PhraseUse::kOpening},
    {"follow us on", PhraseUse::kOpening},
    {"follow us at", PhraseUse::kOpening},
    {"follow him on twitter", PhraseUse::kOpening},
    {"follow her on twitter", PhraseUse::kOpening},
    {"follow the author", PhraseUse::kOpening},
    {"find us on", PhraseUse::kOpening},
    {"like us on", PhraseUse::kOpening},
    {"like our page", PhraseUse::kOpening},
    {"join us on", PhraseUse::kOpening},
    {"join the conversation", PhraseUse::kOpening},
    {"join the discussion", PhraseUse::kOpening},
    // Subscriptions, apps and advertising
    {"sign up", PhraseUse::kWhole},
    {"sign up for", PhraseUse::kOpening},
    {"sign up to", PhraseUse::kOpening},
    {"sign up here", PhraseUse::kOpening},
    {"sign up now", PhraseUse::kOpening},
    {"sign in", PhraseUse::kWhole},
    {"sign in to", PhraseUse::kOpening},
    {"log in to", PhraseUse::kOpening},
    {"log in", PhraseUse::kWhole},
    {"subscribe", PhraseUse::kWhole},
    {"subscribe now", PhraseUse::kOpening},
    {"subscribe to", PhraseUse::kOpening},
    {"subscribe today", PhraseUse::kOpening},
    {"subscribe for", PhraseUse::kOpening},
    {"subscribe here", PhraseUse::kOpening},
    {"already a subscriber", PhraseUse::kOpening},
    {"to continue reading", PhraseUse::kOpening},
    {"to read the full", PhraseUse::kOpening},
    {"get the latest", PhraseUse::kOpening},
    {"get our", PhraseUse::kOpening},
    {"get breaking news", PhraseUse::kOpening},
    {"get unlimited", PhraseUse::kOpening},
    {"stay up to date with", PhraseUse::kOpening},
    {"newsletter", PhraseUse::kWhole},
    {"your email address", PhraseUse::kOpening},
    {"enter your email", PhraseUse::kOpening},
    {"thank you for reading", PhraseUse::kOpening},
    {"thank you for subscribing", PhraseUse::kOpening},
    {"thanks for reading", PhraseUse::kOpening},
    {"support our journalism", PhraseUse::kOpening},
    {"download our app", PhraseUse::kOpening},
    {"download our free", PhraseUse::kOpening},
    {"download the app", PhraseUse::kOpening},
    {"click here", PhraseUse::kOpening},
    {"click to", PhraseUse::kOpening},
    {"tap here", PhraseUse::kOpening},
    {"advertisement", PhraseUse::kOpening},
    {"advertisements", PhraseUse::kWhole},
    {"advertise with us", PhraseUse::kOpening},
    {"article continues below", PhraseUse::kOpening},
    {"story continues below", PhraseUse::kOpening},
    {"article continues after", PhraseUse::kOpening},
    {"story continues after", PhraseUse::kOpening},
    {"scroll down", PhraseUse::kOpening},
    {"continue reading", PhraseUse::kOpening},
    {"sponsored", PhraseUse::kWhole},
    {"sponsored content", PhraseUse::kOpening},
    {"promoted content", PhraseUse::kWhole},
    {"promoted stories", PhraseUse::kWhole},
    {"skip advertisement", PhraseUse::kWhole},
    {"skip to", PhraseUse::kOpening},
    {"back to top", PhraseUse::kWhole},
    {"loading", PhraseUse::kWhole},
    {"please enable javascript", PhraseUse::kOpening},
    {"your browser does not support", PhraseUse::kOpening},
    {"we are sorry, this video", PhraseUse::kOpening},
    {"we are sorry,this video", PhraseUse::kOpening},
    {"video player is loading", PhraseUse::kOpening},
    {"full text", PhraseUse::kWhole},
    {"abstract", PhraseUse::kWhole},
    // Comments, feedback and contact
    {"leave a comment", PhraseUse::kOpening},
    {"leave a reply", PhraseUse::kOpening},
    {"post a comment", PhraseUse::kOpening},
    {"add a comment", PhraseUse::kOpening},
    {"comment", PhraseUse::kWhole},
    {"comments", PhraseUse::kWhole},
    {"comments are closed", PhraseUse::kOpening},
    {"let us know", PhraseUse::kOpening},
    {"tell us what you think", PhraseUse::kOpening},
    {"have a news tip", PhraseUse::kOpening},
    {"got a news tip", PhraseUse::kOpening},
    {"do you have a story", PhraseUse::kOpening},
    {"contact the writer", PhraseUse::kOpening},
    {"contact the author", PhraseUse::kOpening},
    {"contact us", PhraseUse::kOpening},
    {"write to us", PhraseUse::kOpening},
    // Rights and records
    {"copyright", PhraseUse::kStamp},
    {"\u00A9", PhraseUse::kOpening},
    {"all rights reserved", PhraseUse::kOpening},
    {"this material may not be published", PhraseUse::kOpening},
    {"terms of use", PhraseUse::kWhole},
    {"terms of service", PhraseUse::kWhole},
    {"terms and conditions", PhraseUse::kWhole},
    {"privacy policy", PhraseUse::kWhole},
    {"cookie policy", PhraseUse::kWhole},
    {"cookie settings", PhraseUse::kWhole},
    {"we use cookies", PhraseUse::kOpening},
    {"this site uses cookies", PhraseUse::kOpening},
    {"this website uses cookies", PhraseUse::kOpening},
    {"by continuing to use", PhraseUse::kOpening},
    {"by continuing to browse", PhraseUse::kOpening},
    {"by using this site", PhraseUse::kOpening},
    {"accept cookies", PhraseUse::kOpening},
    {"accept all cookies", PhraseUse::kOpening},
    {"editor's note", PhraseUse::kOpening},
    {"correction", PhraseUse::kLabel},
    {"corrections", PhraseUse::kWhole},
    {"correction appended", PhraseUse::kOpening},
    {"an earlier version of this", PhraseUse::kOpening},
    {"a previous version of this", PhraseUse::kOpening},
    {"this story has been corrected", PhraseUse::kOpening},
    {"this story has been updated", PhraseUse::kOpening},
    {"this story was originally published", PhraseUse::kOpening},
    {"this story was first published", PhraseUse::kOpening},
    {"this story was updated", PhraseUse::kOpening},
    {"this story was produced", PhraseUse::kOpening},
    {"this article has been corrected", PhraseUse::kOpening},
    {"this article has been updated", PhraseUse::kOpening},
    {"this article was originally published", PhraseUse::kOpening},
    {"this article was first published", PhraseUse::kOpening},
    {"this article was updated", PhraseUse::kOpening},
    {"this article was written by", PhraseUse::kByline},
    {"this article originally appeared", PhraseUse::kOpening},
    {"this article first appeared", PhraseUse::kOpening},
    {"this post has been updated", PhraseUse::kOpening},
    {"this post has been corrected", PhraseUse::kOpening},
    {"this report has been updated", PhraseUse::kOpening},
    {"this is a breaking news story", PhraseUse::kOpening},
    {"this is a developing story", PhraseUse::kOpening},
    {"as published in", PhraseUse::kOpening},
    {"updated", PhraseUse::kStamp},
    {"updated on", PhraseUse::kStamp},
    {"last updated", PhraseUse::kStamp},
    {"last updated on", PhraseUse::kStamp},
    {"last modified", PhraseUse::kStamp},
    {"last modified on", PhraseUse::kStamp},
    {"published", PhraseUse::kStamp},
    {"published on", PhraseUse::kStamp},
    {"first published", PhraseUse::kStamp},
    {"first published on", PhraseUse::kStamp},
    {"posted", PhraseUse::kStamp},
    {"posted on", PhraseUse::kStamp},
    {"posted at", PhraseUse::kStamp},
    {"tags", PhraseUse::kLabel},
    {"topics", PhraseUse::kLabel},
    {"filed under", PhraseUse::kLabel},
    {"posted in", PhraseUse::kLabel},
    {"categories", PhraseUse::kLabel},
    {"keywords", PhraseUse::kLabel},
    // Bylines
    {"by", PhraseUse::kByline},
    {"byline", PhraseUse::kByline},
    {"written by", PhraseUse::kByline},
    {"reporting by", PhraseUse::kByline},
    {"additional reporting by", PhraseUse::kByline},
    {"reported by", PhraseUse::kByline},
    {"writing by", PhraseUse::kByline},
    {"editing by", PhraseUse::kByline},
    {"edited by", PhraseUse::kByline},
    {"compiled by", PhraseUse::kByline},
    {"translated by", PhraseUse::kByline},
    {"with reporting by", PhraseUse::kByline},
    {"story by", PhraseUse::kByline},
    // Captions
    {"photo", PhraseUse::kCaption},
    {"photos", PhraseUse::kCaption},
    {"photo by", PhraseUse::kCaptionLine},
    {"photo credit", PhraseUse::kCaptionLine},
    {"photo courtesy", PhraseUse::kCaptionLine},
    {"photograph", PhraseUse::kCaption},
    {"photograph by", PhraseUse::kCaptionLine},
    {"photographs by", PhraseUse::kCaptionLine},
    {"file photo", PhraseUse::kCaptionLine},
    {"file photograph", PhraseUse::kCaptionLine},
    {"file image", PhraseUse::kCaptionLine},
    {"file picture", PhraseUse::kCaptionLine},
    {"image", PhraseUse::kCaption},
    {"image caption", PhraseUse::kCaptionLine},
    {"image copyright", PhraseUse::kCaptionLine},
    {"image source", PhraseUse::kCaptionLine},
    {"image credit", PhraseUse::kCaptionLine},
    {"media caption", PhraseUse::kCaptionLine},
    {"video caption", PhraseUse::kCaptionLine},
    {"picture", PhraseUse::kCaption},
    {"pictured", PhraseUse::kCaption},
    {"caption", PhraseUse::kCaption},
    {"getty", PhraseUse::kCaption},
    {"getty images", PhraseUse::kCaption},
});

struct Within {
  std::string_view words;
  PhraseUse use;
};

constexpr std::array kWithin = std::to_array<Within>({
    {"all rights reserved", PhraseUse::kOpening},
    {"like the page", PhraseUse::kOpening},
    {"comment below", PhraseUse::kOpening},
    {"in the comments below", PhraseUse::kOpening},
    {"may not be published, broadcast", PhraseUse::kOpening},
    {"contributed to this report", PhraseUse::kByline},
    {"contributed to this story", PhraseUse::kByline},
    {"contributed to this article", PhraseUse::kByline},
    {"contributed reporting", PhraseUse::kByline},
    {"contributed to reporting", PhraseUse::kByline},
    {"(ap photo", PhraseUse::kCaptionLine},
    {"(photo by", PhraseUse::kCaptionLine},
    {"(photo:", PhraseUse::kCaptionLine},
    {"(photo courtesy", PhraseUse::kCaptionLine},
    {"via getty images", PhraseUse::kCaptionLine},
    {"/getty images", PhraseUse::kCaptionLine},
    {"(getty images)", PhraseUse::kCaptionLine},
});

constexpr auto kImpostors = word_set(
    "file", "update", "updated", "breaking", "exclusive", "live", "video", "watch", "opinion", "analysis", "photos",
    "photo", "more", "read", "also", "related", "note", "correction", "question", "answer", "interview", "review",
    "letters", "fact", "factbox", "timeline", "graphic", "explainer", "listen", "look", "moderator", "host", "voice",
    "abstract", "advertisement", "warning", "editor", "background", "context", "highlights", "key", "developing");
constexpr auto kMonths =
    word_set("january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
             "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov",
             "dec", "jan.", "feb.", "mar.", "apr.", "aug.", "sep.", "sept.", "oct.", "nov.", "dec.");
constexpr auto kDateWords =
    word_set("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "tues", "wed",
             "thu", "thur", "thurs", "fri", "sat", "sun", "am", "pm", "a.m.", "p.m.", "gmt", "utc", "bst", "cet", "est",
             "edt", "et", "pst", "pdt", "pt", "ist", "wat", "eat", "sast", "at", "on");
constexpr auto kCreditLabels =
    word_set("photo", "photos", "photograph", "picture", "pictures", "image", "images", "credit");
constexpr auto kAgencies = word_set(
    "reuters", "ap", "afp", "upi", "dpa", "ani", "pti", "ians", "xinhua", "efe", "cnn", "bloomberg", "bernama", "kyodo",
    "yonhap", "tass", "ips", "aap", "pa", "belga", "ansa", "anadolu", "aa", "antara", "mena", "sana", "una",
    "thomson reuters foundation", "associated press", "the associated press", "agencies", "agency", "news agency",
    "wam", "spa", "petra", "kuna", "bna", "gna", "nan", "app", "bss", "unb", "cna", "vna", "tnh");
constexpr auto kColonCities =
    word_set("new delhi", "muscat", "doha", "manama", "riyadh", "jeddah", "zanzibar", "mumbai", "kolkata", "chennai",
             "bengaluru", "bangalore", "hyderabad", "lucknow", "pune", "islamabad", "karachi", "lahore", "peshawar",
             "dhaka", "nairobi", "kuala lumpur", "singapore", "dubai", "abu dhabi", "colombo", "kathmandu", "srinagar",
             "jammu", "guwahati", "thiruvananthapuram", "bhubaneswar", "ahmedabad", "lagos", "abuja");
constexpr auto kReporterTitles =
    word_set("writer", "reporter", "correspondent", "editor", "contributor", "columnist", "bureau");

bool is_ascii_letter_or_digit(char c) { return is_ascii_lower(c) || is_ascii_upper(c) || is_ascii_digit(c); }

// Bytes of `line` that spell `words`, or 0. A curly apostrophe counts as a straight one, any white space as a space.
std::size_t spelled(std::string_view line, std::string_view words) {
  std::size_t at = 0;
  for (const char c : words) {
    if (at >= line.size()) return 0;
    if (c == '\'' && line.substr(at).starts_with("\u2019")) {
      at += 3;
    } else if (ascii_lower(line[at]) == c || (c == ' ' && line[at] == '\n')) {
      ++at;
    } else {
      return 0;
    }
  }
  return at;
}

}  // namespace

PhraseMatch match_phrase(std::string_view line) {
  PhraseMatch best;
  for (const Phrase& phrase : kPhrases) {
    const std::size_t length = spelled(line, phrase.words);
    if (length <= best.length) continue;
    const bool word_ends = is_ascii_letter_or_digit(line[length - 1]);
    if (word_ends && is_alnum(char_at(line, length).kind)) continue;
    best = {phrase.use, length};
  }
  return best;
}

PhraseUse phrase_within(std::string_view line) {
  bool inside_word = false;
  for (std::size_t at = 0; at < line.size(); ++at) {
    const bool starts = !inside_word;
    inside_word = is_ascii_letter_or_digit(line[at]);
    if (!starts && inside_word) continue;
    const char first = ascii_lower(line[at]);
    for (const Within& phrase : kWithin) {
      if (first == phrase.words.front() && spelled(line.substr(at), phrase.words) > 0) return phrase.use;
    }
  }
  return PhraseUse::kNone;
}

bool is_dateline_impostor(std::string_view word) { return kImpostors.contains(word); }
bool is_month(std::string_view word) { return kMonths.contains(word); }
bool is_date_word(std::string_view word) { return kDateWords.contains(word) || kMonths.contains(word); }
bool is_credit_label(std::string_view word) { return kCreditLabels.contains(word); }
bool is_agency(std::string_view word) { return kAgencies.contains(word); }
bool is_colon_dateline(std::string_view place) { return kColonCities.contains(place); }
bool is_reporter_title(std::string_view word) { return kReporterTitles.contains(word); }

}  // namespace pullquote::tokens
