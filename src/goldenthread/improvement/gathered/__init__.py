"""What is known of promises when they are judged, gathered from other areas into what the five tests take."""
